-- Who may do what, for how long a login lasts, and who did what.

-- Whoever was there before could do everything.
alter table app_user
    add column role     text    not null default 'ADMIN' check (role in ('ADMIN', 'EDITOR', 'VIEWER')),
    add column disabled boolean not null default false;
alter table app_user alter column role drop default;

-- Nobody shall be taken for somebody else.
create unique index app_user_name on app_user (lower(username));

-- A login and every token that was refreshed from it: the family that ends as one.
create table login_session (
    id         uuid primary key,
    user_id    uuid        not null references app_user on delete cascade,
    created_at timestamptz not null default now(),
    ended_at   timestamptz
);

create index login_session_user on login_session (user_id);

-- A used one is kept: should it come again, its session ends.
create table refresh_token (
    -- SHA-256; the token itself is random enough that nothing slower is needed.
    hash       bytea       primary key check (octet_length(hash) = 32),
    session_id uuid        not null references login_session on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create index refresh_token_session on refresh_token (session_id);
create index refresh_token_expiry on refresh_token (expires_at);

-- A key that signs no more still verifies what it has signed, until that has expired.
alter table signing_key add column retired_at timestamptz;

create table audit_event (
    id       bigint generated always as identity primary key,
    at       timestamptz not null default now(),
    -- No reference: the event outlives whoever did it.
    actor_id uuid,
    actor    text,
    via      text        not null check (via in ('session', 'token', 'external', 'console', 'nobody')),
    address  text,
    action   text        not null check (action ~ '^[a-z]+(_[a-z]+)*$'),
    target   text,
    details  jsonb       not null default '{}' check (jsonb_typeof(details) = 'object')
);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'audit_event is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger audit_event_append_only before update or delete or truncate on audit_event
    for each statement execute function refuse_change_of_audit();
