-- Browsers of people for whom an external issuer vouches: they have no account here.
create table external_session (
    -- SHA-256, like that of other sessions.
    hash       bytea       primary key check (octet_length(hash) = 32),
    issuer     text        not null,
    subject    text        not null,
    name       text        not null,
    role       text        not null check (role in ('ADMIN', 'EDITOR', 'VIEWER')),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);

create index external_session_expiry on external_session (expires_at);
