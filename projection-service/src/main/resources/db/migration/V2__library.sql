-- What publishers publish. As in V1, everything is folded from the log, and every entity's row has the same tail.

CREATE TABLE libraries (
    name              text COLLATE "C" PRIMARY KEY,
    uid               uuid        NOT NULL,
    offered_to_users  text[]      NOT NULL,
    offered_to_groups text[]      NOT NULL,
    images            integer     NOT NULL,
    services          integer     NOT NULL,
    revision          bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    written_at        bigint      NOT NULL,
    state_json        jsonb       NOT NULL
);
CREATE INDEX libraries_for_users ON libraries USING gin (offered_to_users);
CREATE INDEX libraries_for_groups ON libraries USING gin (offered_to_groups);

CREATE TABLE images (
    library     text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    uid         uuid        NOT NULL,
    state       text        NOT NULL,
    cause       text,
    newest      text,
    versions    integer     NOT NULL,
    withdrawn   integer     NOT NULL,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL,
    PRIMARY KEY (library, name)
);

-- A version's name here is the one that it has in its stream, image:version; `version` is what people call it.
CREATE TABLE image_versions (
    library     text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    uid         uuid        NOT NULL,
    state       text        NOT NULL,
    cause       text,
    image       text COLLATE "C" NOT NULL,
    version     text        NOT NULL,
    number      integer     NOT NULL,
    mutable     boolean     NOT NULL,
    digest      text        NOT NULL,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL,
    PRIMARY KEY (library, name)
);
CREATE INDEX image_versions_of_image ON image_versions (library, image, name);

CREATE TABLE services (
    library     text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    uid         uuid        NOT NULL,
    state       text        NOT NULL,
    cause       text,
    protocol    text        NOT NULL,
    port        integer     NOT NULL,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL,
    PRIMARY KEY (library, name)
);
