-- Requests that create something and named a key of their own, so that a repetition finds them.
create table idempotent_request (
    caller     text        not null,
    key        text        not null check (length(key) between 1 and 255),
    -- One attempt; another one begins when an earlier one was abandoned or has expired.
    claim      uuid        not null unique,
    -- What was asked for, as a digest that is encrypted: bodies hold passwords.
    secret     bytea       not null,
    started_at timestamptz not null default now(),
    -- Set in the transaction that created something.
    done_at    timestamptz,
    -- The answer; null when it holds a secret, and before there is one.
    status     integer check (status between 200 and 299),
    location   text,
    answer     text,
    primary key (caller, key),
    check (status is null or (done_at is not null and answer is not null))
);

create index idempotent_request_started_at on idempotent_request (started_at);

create trigger idempotent_request_dropped_key before insert or update of secret on idempotent_request
    for each row execute function refuse_dropped_key();
