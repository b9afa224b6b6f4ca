-- The catalog store. The rules live in the constraints; Kafka and Elasticsearch can be lost, this cannot.

create table data_source (
    id            uuid primary key,
    kind          text        not null check (kind in ('POSTGRESQL', 'MYSQL', 'MARIADB')),
    hostname      text        not null check (hostname <> ''),
    port          integer     not null check (port between 1 and 65535),
    db_name       text        not null check (db_name <> ''),
    username      text        not null check (username <> ''),
    -- Encrypted, bound to this row's id; destroyed when the data source is deleted.
    secret        bytea,
    -- The epoch of its newest crawl; only grows.
    epoch         bigint      not null default 0 check (epoch >= 0),
    -- Null: crawled only on request.
    crawl_interval interval   default interval '1 day' check (crawl_interval >= interval '1 minute'),
    next_crawl_at timestamptz,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    -- Set by DELETE; the row goes when its documents are purged from the index.
    deleted_at    timestamptz,
    check ((secret is null) = (deleted_at is not null))
);

create unique index data_source_address on data_source (kind, hostname, port, db_name) where deleted_at is null;
create index data_source_due on data_source (next_crawl_at) where deleted_at is null;

create table crawl (
    id                uuid primary key,
    data_source_id    uuid        not null references data_source on delete cascade,
    epoch             bigint      not null check (epoch > 0),
    state             text        not null check (state in ('PENDING', 'PLANNING', 'RUNNING', 'FINISHING',
                                                            'SUCCEEDED', 'PARTIAL', 'HELD', 'FAILED', 'CANCELLED')),
    -- Attempts at planning or finishing; a lease runs while a worker is at it, a new try waits for retry_at.
    attempt           integer     not null default 0 check (attempt >= 0),
    lease_until       timestamptz,
    retry_at          timestamptz,
    -- When to publish its next event again, should the first one have been lost.
    wake_at           timestamptz not null default now() + interval '10 seconds',
    created_at        timestamptz not null default now(),
    started_at        timestamptz,
    finished_at       timestamptz,
    batches_total     integer     check (batches_total >= 0),
    batches_remaining integer     check (batches_remaining between 0 and batches_total),
    tables_seen       bigint      not null default 0 check (tables_seen >= 0),
    tables_indexed    bigint      not null default 0 check (tables_indexed >= 0),
    tables_unchanged  bigint      not null default 0 check (tables_unchanged >= 0),
    tables_excluded   bigint      not null default 0 check (tables_excluded >= 0),
    tables_failed     bigint      not null default 0 check (tables_failed >= 0),
    tables_removed    bigint      not null default 0 check (tables_removed >= 0),
    columns_seen      bigint      not null default 0 check (columns_seen >= 0),
    -- Someone confirmed the removals this crawl was HELD for.
    removal_confirmed boolean     not null default false,
    error_code        text,
    error_message     text,
    unique (data_source_id, epoch),
    check ((error_code is null) = (error_message is null)),
    check ((finished_at is not null) = (state in ('SUCCEEDED', 'PARTIAL', 'HELD', 'FAILED', 'CANCELLED')))
);

create unique index one_live_crawl on crawl (data_source_id)
    where state in ('PENDING', 'PLANNING', 'RUNNING', 'FINISHING');
create index live_crawl on crawl (wake_at) where state in ('PENDING', 'PLANNING', 'RUNNING', 'FINISHING');

-- A batch keeps its relation ids and names (the manifest) until the crawl is over.
create table crawl_batch (
    crawl_id         uuid     not null references crawl on delete cascade,
    batch_no         integer  not null check (batch_no >= 0),
    state            text     not null default 'PENDING'
                              check (state in ('PENDING', 'READING', 'INDEXING', 'DONE', 'FAILED')),
    attempt          integer  not null default 0 check (attempt between 0 and 65534),
    lease_until      timestamptz,
    retry_at         timestamptz,
    relation_ids     bigint[] not null,
    relation_schemas text[]   not null,
    relation_names   text[]   not null,
    relation_kinds   text[]   not null,
    column_counts    integer[] not null,
    -- Listed by the plan, but dropped or renamed when the batch was read: not expected in the
    -- index, and not removed from it before another listing lacks them.
    vanished_schemas text[]   not null default '{}',
    vanished_names   text[]   not null default '{}',
    primary key (crawl_id, batch_no),
    check (cardinality(relation_ids) = cardinality(relation_schemas)
       and cardinality(relation_ids) = cardinality(relation_names)
       and cardinality(relation_ids) = cardinality(relation_kinds)
       and cardinality(relation_ids) = cardinality(column_counts)
       and cardinality(vanished_schemas) = cardinality(vanished_names)),
    check ((lease_until is not null) = (state in ('READING', 'INDEXING')))
);

-- Each relation a crawl could not read or index, named.
create table crawl_failure (
    crawl_id      uuid not null references crawl on delete cascade,
    schema_name   text not null,
    relation_name text not null,
    code          text not null,
    message       text not null,
    primary key (crawl_id, schema_name, relation_name)
);

create table app_user (
    id            uuid primary key,
    username      text        not null unique check (username <> ''),
    password_hash text        not null,
    created_at    timestamptz not null default now()
);

-- The keys that sign access tokens, encrypted like every other secret; all API processes share them.
create table signing_key (
    key_id     text primary key,
    secret     bytea       not null,
    created_at timestamptz not null default now()
);
