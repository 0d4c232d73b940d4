-- What tells of the past: folded from the log like everything else here.

-- Who may read what happened between two revisions: each incarnation of a stream's root belongs to those who owned it at its end.
-- The first begins with the stream, the others with the event that made the root anew; `until` is the first revision of the next.
CREATE TABLE incarnations (
    stream       text COLLATE "C" NOT NULL,
    since        bigint NOT NULL,
    until        bigint,
    owner_users  text[] NOT NULL,
    owner_groups text[] NOT NULL,
    PRIMARY KEY (stream, since)
);
CREATE INDEX incarnations_of_users ON incarnations USING gin (owner_users);
CREATE INDEX incarnations_of_groups ON incarnations USING gin (owner_groups);

-- Which events an entity's history has: those about it, and those that changed it as a consequence.
CREATE TABLE history (
    stream   text COLLATE "C" NOT NULL,
    subject  text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    PRIMARY KEY (stream, subject, revision)
);

-- All entities of a stream at a revision, so that a replay need not begin at the first event. Any of them can go at any time.
CREATE TABLE snapshots (
    stream   text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    state    bytea  NOT NULL,
    PRIMARY KEY (stream, revision)
);
-- It is compressed already.
ALTER TABLE snapshots ALTER COLUMN state SET STORAGE EXTERNAL;

-- A cause is found by its id.
CREATE INDEX audit_of_event ON audit (event_id);

-- What was folded before these tables were there is folded again. Refusals stay: the log forgets them.
DO $$
DECLARE
    folded text;
BEGIN
    FOR folded IN
        SELECT table_name FROM information_schema.tables
        WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
            AND table_name NOT LIKE 'flyway%' AND table_name NOT IN ('audit', 'projection_position')
    LOOP
        EXECUTE format('TRUNCATE TABLE %I', folded);
    END LOOP;
    DELETE FROM audit WHERE outcome = 'accepted';
    UPDATE projection_position SET next = 0 WHERE topic = 'studio.events.v1';
END $$;
