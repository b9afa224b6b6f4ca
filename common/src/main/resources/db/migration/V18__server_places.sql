-- How many connections each server of data sources allows, and which of them are ours now.

create table source_server (
    -- An address and a port: databases that share a server share its places.
    server          text        primary key check (server <> ''),
    max_connections integer     not null check (max_connections > 0),
    seen_at         timestamptz not null default now()
);

-- A place is numbered, so that two who take one at the same time cannot get the same.
create table source_place (
    server      text        not null,
    place       integer     not null check (place > 0),
    id          uuid        not null unique,
    lease_until timestamptz not null,
    primary key (server, place)
);

-- Attempts at a plan that found no connection left on the server, and count for nothing.
alter table crawl add column excused integer not null default 0 check (excused >= 0);
