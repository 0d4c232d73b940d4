-- Networks on member access points, and what certificates have beside their validity.

CREATE TABLE network_attachments (
    uid          uuid PRIMARY KEY,
    backbone     text COLLATE "C" NOT NULL,
    state        text        NOT NULL,
    network      text COLLATE "C" NOT NULL,
    network_uid  uuid        NOT NULL,
    access_point text COLLATE "C" NOT NULL,
    port         integer     NOT NULL,
    revision     bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    written_at   bigint      NOT NULL,
    state_json   jsonb       NOT NULL
);
CREATE INDEX network_attachments_of_backbone ON network_attachments (backbone, uid);
CREATE INDEX network_attachments_of_network ON network_attachments (network_uid);

CREATE INDEX access_points_offered_to_users ON access_points USING gin (offered_to_users);
CREATE INDEX access_points_offered_to_groups ON access_points USING gin (offered_to_groups);

-- The defaults are for rows that are there already, which have no successors.
ALTER TABLE tls_certificates
    ADD COLUMN renew_at timestamptz,
    ADD COLUMN ordinal  integer NOT NULL DEFAULT 1;
