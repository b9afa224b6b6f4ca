-- Tokens that programs call the API with, in the name of whoever made them.
create table api_token (
    id           uuid primary key,
    -- SHA-256; the token itself is random enough that nothing slower is needed.
    hash         bytea       not null unique check (octet_length(hash) = 32),
    user_id      uuid        not null references app_user on delete cascade,
    name         text        not null check (name <> ''),
    -- What it may do at most; never more than its owner may at that moment.
    role         text        not null check (role in ('ADMIN', 'EDITOR', 'VIEWER')),
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    -- To the minute.
    last_used_at timestamptz
);

create index api_token_user on api_token (user_id);
