-- What a browser has instead of tokens: one opaque value, which goes on with nothing else.
create table page_session (
    -- SHA-256, like that of a refresh token.
    hash       bytea       primary key check (octet_length(hash) = 32),
    session_id uuid        not null references login_session on delete cascade,
    expires_at timestamptz not null
);

create index page_session_session on page_session (session_id);
create index page_session_expiry on page_session (expires_at);

-- A link that lets the first administrator choose a password, once.
create table login_link (
    hash       bytea       primary key check (octet_length(hash) = 32),
    user_id    uuid        not null references app_user on delete cascade,
    expires_at timestamptz not null
);

-- The first page lists the crawls that ended last.
create index crawl_finished on crawl (finished_at desc) where finished_at is not null;

-- The page of a table shows its last changes.
create index schema_change_table on schema_change (data_source_id, schema_name, relation_name, epoch, id);
