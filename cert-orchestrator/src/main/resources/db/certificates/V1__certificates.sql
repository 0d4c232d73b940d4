-- What the certificate orchestrator keeps beside the log: sealed keys, what was signed, and what is still to be done. No other service
-- reads this schema. Losing it loses the authorities' keys; everything but those follows from the log.

-- The one row proves that the master key is still the one that everything was sealed with.
CREATE TABLE master_key_check (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    sealed   bytea NOT NULL
);

-- Authorities: `sealed` is the private key under the master key, null once it was destroyed; `chain` is null until somebody has signed.
CREATE TABLE authority_keys (
    certificate uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    public_key  bytea       NOT NULL,
    sealed      bytea,
    chain       text,
    made_at     timestamptz NOT NULL DEFAULT now()
);

-- Whatever was signed, for each certificate, key and issuer once; what signs itself, or is signed elsewhere, is its own issuer here.
CREATE TABLE signatures (
    certificate uuid        NOT NULL,
    key_digest  text        NOT NULL,
    issuer      uuid        NOT NULL,
    serial      text        NOT NULL UNIQUE,
    chain       text        NOT NULL,
    signed_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (certificate, key_digest, issuer)
);

-- Which holder has which key: nobody gets a certificate for another's.
CREATE TABLE holder_keys (
    digest text PRIMARY KEY,
    holder text NOT NULL
);

-- What certificates say of their holders. `ends_at` is when a network and all that is in it are over.
CREATE TABLE holders (
    stream  text COLLATE "C" NOT NULL,
    kind    text NOT NULL,
    name    text COLLATE "C" NOT NULL,
    uid     uuid NOT NULL,
    host    text,
    managed boolean NOT NULL DEFAULT false,
    ends_at timestamptz,
    PRIMARY KEY (stream, kind, name)
);

-- Each certificate of the log, with what is to be done for it: `wanted` until it is `signed` or `refused` here, then what the log says.
-- `bound` says that it ends because its network does, `moving` that it was asked to leave an old
-- authority.
-- `round` counts what its owner or holder brought anew, `attempts` what was tried since, `event` and `correlation` say what asked for it.
CREATE TABLE certificates (
    certificate     uuid        PRIMARY KEY,
    stream          text COLLATE "C" NOT NULL,
    use             text        NOT NULL,
    subject         text COLLATE "C" NOT NULL,
    ordinal         integer     NOT NULL,
    state           text        NOT NULL,
    signing_request text,
    correlation     text        NOT NULL,
    event           uuid        NOT NULL,
    round           integer     NOT NULL DEFAULT 1,
    attempts        integer     NOT NULL DEFAULT 0,
    next_at         timestamptz,
    cause           text,
    issuer          uuid,
    key_digest      text,
    bound           boolean     NOT NULL DEFAULT false,
    not_after       timestamptz,
    issued_at       timestamptz,
    used            boolean     NOT NULL DEFAULT false,
    successor       boolean     NOT NULL DEFAULT false,
    moving          boolean     NOT NULL DEFAULT false,
    alarmed         boolean     NOT NULL DEFAULT false
);
CREATE INDEX certificates_due ON certificates (next_at) WHERE state = 'wanted';
CREATE INDEX certificates_of_subject ON certificates (stream, use, subject, ordinal);
CREATE INDEX certificates_left ON certificates (certificate)
    WHERE state = 'superseded' AND use IN ('ROOT', 'INTERIOR_CA', 'ACCESS_POINT_CA', 'NETWORK_CA');
CREATE INDEX certificates_of_issuer ON certificates (issuer) WHERE state = 'issued';
CREATE INDEX certificates_by_end ON certificates (not_after) WHERE state = 'issued';

-- Commands that were decided on together with the rows above, until the broker has them. Their ids follow from their causes.
CREATE TABLE outbox (
    place   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id      text   NOT NULL UNIQUE,
    stream  text   NOT NULL,
    type    text   NOT NULL,
    version integer NOT NULL,
    body    bytea  NOT NULL
);

-- How far the log has been read.
CREATE TABLE positions (
    topic         text    NOT NULL,
    log_partition integer NOT NULL,
    next          bigint  NOT NULL,
    PRIMARY KEY (topic, log_partition)
);
