-- Everything here is folded from the log and can be folded again: drop the schema, and the service makes it anew.
--
-- Names compare by their bytes (COLLATE "C"), so that pages follow the same order in every installation.
-- Every entity's row has the same tail: `revision` is the entity's own (its ETag), `written_at` the revision of the stream that
-- last wrote the row, and `state_json` the entity as the program keeps it, of which the other columns are what people ask by.

CREATE TABLE users (
    name        text COLLATE "C" PRIMARY KEY,
    uid         uuid        NOT NULL,
    state       text        NOT NULL,
    cause       text,
    roles       text[]      NOT NULL,
    groups      text[]      NOT NULL,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL
);

CREATE TABLE web_sessions (
    uid         uuid PRIMARY KEY,
    user_name   text COLLATE "C" NOT NULL,
    provider    text        NOT NULL,
    token_hash  text        NOT NULL UNIQUE,
    expires_at  timestamptz NOT NULL,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL
);
CREATE INDEX web_sessions_of_user ON web_sessions (user_name, uid);

CREATE TABLE api_tokens (
    user_name   text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    uid         uuid        NOT NULL,
    scopes      text[]      NOT NULL,
    token_hash  text        NOT NULL UNIQUE,
    expires_at  timestamptz,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL,
    PRIMARY KEY (user_name, name)
);

CREATE TABLE backbones (
    name              text COLLATE "C" PRIMARY KEY,
    uid               uuid        NOT NULL,
    state             text        NOT NULL,
    cause             text,
    owner_users       text[]      NOT NULL,
    owner_groups      text[]      NOT NULL,
    offered_to_users  text[]      NOT NULL,
    offered_to_groups text[]      NOT NULL,
    revision          bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    written_at        bigint      NOT NULL,
    state_json        jsonb       NOT NULL
);
CREATE INDEX backbones_of_users ON backbones USING gin (owner_users);
CREATE INDEX backbones_of_groups ON backbones USING gin (owner_groups);

CREATE TABLE interior_sites (
    backbone    text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    uid         uuid        NOT NULL,
    state       text        NOT NULL,
    platform    text        NOT NULL,
    location    text,
    since       timestamptz,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL,
    PRIMARY KEY (backbone, name)
);
CREATE UNIQUE INDEX interior_sites_by_uid ON interior_sites (uid);

CREATE TABLE access_points (
    backbone          text COLLATE "C" NOT NULL,
    name              text COLLATE "C" NOT NULL,
    uid               uuid        NOT NULL,
    state             text        NOT NULL,
    site              text COLLATE "C" NOT NULL,
    use               text        NOT NULL,
    host              text,
    first_port        integer,
    last_port         integer,
    offered_to_users  text[]      NOT NULL,
    offered_to_groups text[]      NOT NULL,
    revision          bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    written_at        bigint      NOT NULL,
    state_json        jsonb       NOT NULL,
    PRIMARY KEY (backbone, name)
);

CREATE TABLE inter_router_links (
    backbone     text COLLATE "C" NOT NULL,
    name         text COLLATE "C" NOT NULL,
    uid          uuid        NOT NULL,
    state        text        NOT NULL,
    cause        text,
    since        timestamptz,
    from_site    text COLLATE "C" NOT NULL,
    access_point text COLLATE "C" NOT NULL,
    cost         integer     NOT NULL,
    revision     bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    written_at   bigint      NOT NULL,
    state_json   jsonb       NOT NULL,
    PRIMARY KEY (backbone, name)
);

CREATE TABLE tls_certificates (
    uid          uuid PRIMARY KEY,
    stream       text COLLATE "C" NOT NULL,
    state        text        NOT NULL,
    cause        text,
    use          text        NOT NULL,
    subject      text COLLATE "C" NOT NULL,
    serial       text,
    fingerprint  text,
    not_before   timestamptz,
    not_after    timestamptz,
    revision     bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    written_at   bigint      NOT NULL,
    state_json   jsonb       NOT NULL
);
CREATE INDEX tls_certificates_of_stream ON tls_certificates (stream, uid);
CREATE INDEX tls_certificates_by_end ON tls_certificates (not_after);

-- Where each stream stands, and who may read its history.
CREATE TABLE streams (
    stream       text COLLATE "C" PRIMARY KEY,
    revision     bigint NOT NULL,
    hash         text   NOT NULL,
    owner_users  text[] NOT NULL,
    owner_groups text[] NOT NULL
);
CREATE INDEX streams_of_users ON streams USING gin (owner_users);
CREATE INDEX streams_of_groups ON streams USING gin (owner_groups);

-- Every event ('accepted'), and every command that was refused; the key is the record's place in its topic.
CREATE TABLE audit (
    outcome             text        NOT NULL,
    log_partition       integer     NOT NULL,
    log_offset          bigint      NOT NULL,
    stream              text COLLATE "C" NOT NULL,
    revision            bigint      NOT NULL,
    type                text        NOT NULL,
    schema_version      integer     NOT NULL,
    event_id            uuid,
    command_id          text        NOT NULL,
    correlation_id      text,
    causation_id        text,
    actor_kind          text        NOT NULL,
    actor_name          text        NOT NULL,
    on_behalf_of_kind   text,
    on_behalf_of_name   text,
    occurred_at         timestamptz NOT NULL,
    subject             text        NOT NULL,
    incarnation         uuid,
    data                jsonb       NOT NULL,
    record              bytea       NOT NULL,
    PRIMARY KEY (outcome, log_partition, log_offset)
);
CREATE INDEX audit_by_time ON audit (occurred_at, outcome, log_partition, log_offset);
CREATE INDEX audit_of_stream ON audit (stream, revision);
CREATE INDEX audit_of_command ON audit (command_id);
CREATE INDEX audit_of_actor ON audit (actor_name, occurred_at);
CREATE INDEX audit_refused ON audit (occurred_at) WHERE outcome = 'refused';

-- The next offset to read of each partition; moved in the same transaction as the rows, by compare-and-set.
CREATE TABLE projection_position (
    topic         text    NOT NULL,
    log_partition integer NOT NULL,
    next          bigint  NOT NULL,
    PRIMARY KEY (topic, log_partition)
);
