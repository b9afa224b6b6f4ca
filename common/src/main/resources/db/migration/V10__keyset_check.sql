-- One known value, encrypted: a process whose keyset does not decrypt it has the wrong one, and says
-- so when it starts. There is at most one row.
create table keyset_check (
    name       text        primary key default 'check' check (name = 'check'),
    secret     bytea       not null,
    created_at timestamptz not null default now()
);
