-- Webhooks: addresses that are told what crawls found, and what waits to be sent to them.

create table webhook (
    id            uuid        primary key,
    -- The address and the key that signs, encrypted together: the address of a chat is a key, too.
    secret        bytea       not null,
    -- Scheme, host and port: all of the address that logs and the audit have.
    origin        text        not null,
    format        text        not null check (format in ('JSON', 'SLACK')),
    events        text[]      not null check (cardinality(events) > 0),
    -- {"data_source", "schema", "table", "changes"}; what is left out may be anything.
    filter        jsonb       not null default '{}' check (jsonb_typeof(filter) = 'object'),
    created_at    timestamptz not null default now(),
    -- In a row; the next try of whatever waits is at next_try_at.
    failures      integer     not null default 0 check (failures >= 0),
    failing_since timestamptz,
    last_error    text,
    next_try_at   timestamptz not null default now(),
    delivered_at  timestamptz,
    paused_at     timestamptz,
    pause_reason  text        check (pause_reason in ('BY_HAND', 'FAILING', 'GONE')),
    -- Messages that were not kept, since too many waited.
    missed        bigint      not null default 0 check (missed >= 0),
    -- A process that has claimed it sends alone until then; a later claim has a higher number.
    attempt       bigint      not null default 0 check (attempt >= 0),
    lease_until   timestamptz,
    check ((failures > 0) = (failing_since is not null)),
    check ((paused_at is null) = (pause_reason is null))
);

create trigger webhook_dropped_key before insert or update of secret on webhook
    for each row execute function refuse_dropped_key();

-- A message to one webhook, and then the log of it.
create table webhook_delivery (
    -- Those of a webhook are sent in this order.
    id             bigint      generated always as identity primary key,
    webhook_id     uuid        not null references webhook on delete cascade,
    -- What the receiver knows it by, however often it is sent.
    message_id     uuid        not null unique,
    event          text        not null,
    data_source_id uuid,
    crawl_id       uuid,
    -- What is sent, byte for byte, each time; gone when it has arrived.
    body           text,
    state          text        not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'FAILED')),
    attempts       integer     not null default 0 check (attempts >= 0),
    created_at     timestamptz not null default now(),
    attempted_at   timestamptz,
    -- Of the last answer; null when there was none.
    status         integer     check (status between 100 and 999),
    error          text,
    check ((state = 'WAITING') = (body is not null))
);

create index webhook_delivery_log on webhook_delivery (webhook_id, id);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, id) where state = 'WAITING';

-- What has happened and no message was made of yet; written in the transaction in which it happens.
create table webhook_outbox (
    id             bigint      generated always as identity primary key,
    event          text        not null check (event in ('CRAWL_ENDED', 'STALE')),
    data_source_id uuid        not null,
    -- The crawl as it ended: one that is HELD may go on before anyone looks.
    crawl_id       uuid,
    crawl_state    text,
    error_code     text,
    happened_at    timestamptz not null default now()
);

-- Whichever process ends a crawl, and however.
create function note_ended_crawl() returns trigger language plpgsql as $$
begin
    if exists (select from webhook) then
        insert into webhook_outbox (event, data_source_id, crawl_id, crawl_state, error_code)
        values ('CRAWL_ENDED', new.data_source_id, new.id, new.state, new.error_code);
    end if;
    return null;
end $$;

create trigger crawl_ended after update of state on crawl
    for each row when (old.finished_at is null and new.finished_at is not null)
    execute function note_ended_crawl();

-- A crawl that was HELD and is confirmed ends twice, and each change is told once.
alter table crawl add column told_change bigint;

-- Data sources that were told to be stale, as of the crawl they are stale since.
create table told_stale (
    data_source_id uuid        primary key references data_source on delete cascade,
    fresh_at       timestamptz not null
);
