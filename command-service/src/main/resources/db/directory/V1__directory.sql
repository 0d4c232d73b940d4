-- Kept and backed up, unlike the tables of the projection: nothing here can be derived from the log, because nothing of it may
-- ever be in the log.

create table installation (
    only_row       boolean primary key default true check (only_row),
    -- The key from which API tokens are made.
    token_key      bytea       not null,
    -- Set when the first administrator has a password; never again after that.
    first_admin_at timestamptz
);

create table credentials (
    username      text primary key,
    -- The incarnation of the user: one registered later under the same name does not inherit these.
    user_uid      uuid        not null,
    password_hash text,
    display_name  text,
    email         text,
    changed_at    timestamptz not null default now()
);
