-- Application networks. As in V1, everything is folded from the log, and every entity's row has the same tail.
--
-- A network may have 200,000 sites: what is listed or asked for by a page has an index that ends in the order of the pages.

CREATE TABLE application_networks (
    name          text COLLATE "C" PRIMARY KEY,
    uid           uuid        NOT NULL,
    state         text        NOT NULL,
    cause         text,
    owner_users   text[]      NOT NULL,
    owner_groups  text[]      NOT NULL,
    reader_users  text[]      NOT NULL,
    reader_groups text[]      NOT NULL,
    backbone      text COLLATE "C" NOT NULL,
    start_time    timestamptz,
    end_time      timestamptz,
    revision      bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    written_at    bigint      NOT NULL,
    state_json    jsonb       NOT NULL
);
CREATE INDEX application_networks_of_users ON application_networks USING gin (owner_users);
CREATE INDEX application_networks_of_groups ON application_networks USING gin (owner_groups);
CREATE INDEX application_networks_for_users ON application_networks USING gin (reader_users);
CREATE INDEX application_networks_for_groups ON application_networks USING gin (reader_groups);

-- The network's side of an attachment, named by the access point; the backbone's side is in network_attachments.
CREATE TABLE backbone_attachments (
    network     text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    uid         uuid        NOT NULL,
    state       text        NOT NULL,
    cause       text,
    host        text,
    port        integer,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL,
    PRIMARY KEY (network, name)
);

CREATE TABLE homes (
    name        text COLLATE "C" PRIMARY KEY,
    uid         uuid        NOT NULL,
    state       text        NOT NULL,
    placement   text        NOT NULL,
    since       timestamptz,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL
);

CREATE TABLE site_classes (
    network         text COLLATE "C" NOT NULL,
    name            text COLLATE "C" NOT NULL,
    uid             uuid        NOT NULL,
    proposed_policy text        NOT NULL,
    sites           bigint      NOT NULL,
    revision        bigint      NOT NULL,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    written_at      bigint      NOT NULL,
    state_json      jsonb       NOT NULL,
    PRIMARY KEY (network, name)
);

CREATE TABLE member_invitations (
    network       text COLLATE "C" NOT NULL,
    name          text COLLATE "C" NOT NULL,
    uid           uuid        NOT NULL,
    state         text        NOT NULL,
    join_deadline timestamptz,
    use_limit     bigint,
    admitted      bigint      NOT NULL,
    interactive   boolean     NOT NULL,
    own_site      boolean     NOT NULL,
    revision      bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    written_at    bigint      NOT NULL,
    state_json    jsonb       NOT NULL,
    PRIMARY KEY (network, name)
);

-- Named invitation.accessPoint; no name has a dot in it.
CREATE TABLE edge_links (
    network      text COLLATE "C" NOT NULL,
    name         text COLLATE "C" NOT NULL,
    uid          uuid        NOT NULL,
    invitation   text COLLATE "C" NOT NULL,
    access_point text COLLATE "C" NOT NULL,
    priority     integer     NOT NULL,
    revision     bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    written_at   bigint      NOT NULL,
    state_json   jsonb       NOT NULL,
    PRIMARY KEY (network, name)
);

-- No uid is unique here for the database: two sites may swap their names in one batch.
CREATE TABLE member_sites (
    network       text COLLATE "C" NOT NULL,
    name          text COLLATE "C" NOT NULL,
    uid           uuid        NOT NULL,
    state         text        NOT NULL,
    cause         text,
    since         timestamptz,
    member        boolean     NOT NULL,
    invitation    text COLLATE "C" NOT NULL,
    site_classes  text[]      NOT NULL,
    class_uids    text[]      NOT NULL,
    platform      text        NOT NULL,
    accepts_all   boolean     NOT NULL,
    accepts_until timestamptz,
    paused        boolean     NOT NULL,
    revision      bigint      NOT NULL,
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    written_at    bigint      NOT NULL,
    state_json    jsonb       NOT NULL,
    PRIMARY KEY (network, name)
);
CREATE INDEX member_sites_by_uid ON member_sites (network, uid);
CREATE INDEX member_sites_by_state ON member_sites (network, state, name);
CREATE INDEX member_sites_by_platform ON member_sites (network, platform, name);
CREATE INDEX member_sites_by_invitation ON member_sites (network, invitation, name);
CREATE INDEX member_sites_by_class ON member_sites USING gin (class_uids);

CREATE TABLE site_indexes (
    network     text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    uid         uuid        NOT NULL,
    site        text COLLATE "C" NOT NULL,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL,
    PRIMARY KEY (network, name)
);

CREATE TABLE class_sets (
    network     text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    uid         uuid        NOT NULL,
    sites       bigint      NOT NULL,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL,
    PRIMARY KEY (network, name)
);

CREATE TABLE censuses (
    name        text COLLATE "C" PRIMARY KEY,
    uid         uuid        NOT NULL,
    sites       bigint      NOT NULL,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL
);

-- The classes and sites that it is meant for are held by uid, as text.
CREATE TABLE endpoints (
    network           text COLLATE "C" NOT NULL,
    name              text COLLATE "C" NOT NULL,
    uid               uuid        NOT NULL,
    type              text        NOT NULL,
    digest            text        NOT NULL,
    allocated_sites   text[]      NOT NULL,
    allocated_classes text[]      NOT NULL,
    revision          bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL,
    written_at        bigint      NOT NULL,
    state_json        jsonb       NOT NULL,
    PRIMARY KEY (network, name)
);

CREATE TABLE service_links (
    network      text COLLATE "C" NOT NULL,
    name         text COLLATE "C" NOT NULL,
    uid          uuid        NOT NULL,
    service      text        NOT NULL,
    scope        text        NOT NULL,
    distribution text        NOT NULL,
    revision     bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    written_at   bigint      NOT NULL,
    state_json   jsonb       NOT NULL,
    PRIMARY KEY (network, name)
);

-- Named endpoint.site, both by uid.
CREATE TABLE deployments (
    network        text COLLATE "C" NOT NULL,
    name           text COLLATE "C" NOT NULL,
    uid            uuid        NOT NULL,
    endpoint       uuid        NOT NULL,
    site           uuid        NOT NULL,
    state          text        NOT NULL,
    cause          text,
    decision       text,
    decided_digest text,
    reason         text,
    held           text,
    since          timestamptz NOT NULL,
    revision       bigint      NOT NULL,
    created_at     timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL,
    written_at     bigint      NOT NULL,
    state_json     jsonb       NOT NULL,
    PRIMARY KEY (network, name)
);
CREATE INDEX deployments_of_endpoint ON deployments (network, endpoint, site);
CREATE INDEX deployments_of_site ON deployments (network, site, name);

CREATE TABLE certificate_indexes (
    network     text COLLATE "C" NOT NULL,
    name        text COLLATE "C" NOT NULL,
    uid         uuid        NOT NULL,
    newest      uuid        NOT NULL,
    revision    bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    written_at  bigint      NOT NULL,
    state_json  jsonb       NOT NULL,
    PRIMARY KEY (network, name)
);
