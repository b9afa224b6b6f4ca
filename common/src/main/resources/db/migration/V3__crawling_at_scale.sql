-- What crawling again and again needs: schedules, filters, counts by schema, what was there before.

alter table data_source
    -- 'off', an ISO 8601 duration such as 'PT1H', or a cron expression of five fields.
    add column schedule        text    not null default 'P1D' check (schedule <> ''),
    -- Where the cron expression's hours are counted.
    add column time_zone       text    not null default 'UTC' check (time_zone <> ''),
    -- {include_schemas, exclude_schemas, include_tables, exclude_tables}, each a list of patterns.
    add column filters         jsonb   not null default '{}' check (jsonb_typeof(filters) = 'object'),
    -- Null: as many as the workers' setting says.
    add column max_connections integer check (max_connections between 1 and 16),
    drop column crawl_interval;

alter table crawl
    -- As the plan counted them; the progress is held against it.
    add column columns_total bigint check (columns_total >= 0);

alter table crawl_batch
    -- How far the running attempt is; what a crawl has done is counted when a batch ends.
    add column tables_done  bigint not null default 0 check (tables_done >= 0),
    add column columns_done bigint not null default 0 check (columns_done >= 0);

-- A crawl's counts for each schema: seen = indexed + unchanged + excluded + failed.
create table crawl_schema (
    crawl_id         uuid   not null references crawl on delete cascade,
    schema_name      text   not null,
    tables_seen      bigint not null default 0 check (tables_seen >= 0),
    tables_indexed   bigint not null default 0 check (tables_indexed >= 0),
    tables_unchanged bigint not null default 0 check (tables_unchanged >= 0),
    tables_excluded  bigint not null default 0 check (tables_excluded >= 0),
    tables_failed    bigint not null default 0 check (tables_failed >= 0),
    tables_removed   bigint not null default 0 check (tables_removed >= 0),
    primary key (crawl_id, schema_name)
);

-- The relations a crawl listed and its filters left out; kept as long as its batches.
create table crawl_excluded (
    crawl_id       uuid   not null references crawl on delete cascade,
    schema_name    text   not null,
    relation_names text[] not null,
    primary key (crawl_id, schema_name)
);

-- The relations the newest ended crawl knows of: what the next one finds more is added, and what it
-- finds less is removed. A data source without a row has not been crawled to an end yet; one that
-- has, has a row with an empty schema name, too.
create table known_relations (
    data_source_id uuid   not null references data_source on delete cascade,
    schema_name    text   not null,
    relation_names text[] not null,
    excluded_names text[] not null,
    primary key (data_source_id, schema_name)
);

-- The history of the sources' schemas; shown when the crawl that found a change has ended.
create table schema_change (
    id             bigint generated always as identity primary key,
    data_source_id uuid        not null references data_source on delete cascade,
    crawl_id       uuid        not null,
    epoch          bigint      not null,
    found_at       timestamptz not null default now(),
    schema_name    text        not null,
    relation_name  text        not null,
    change         text        not null check (change ~ '^[a-z]+(_[a-z]+)+$'),
    column_name    text,
    -- Not jsonb, which keeps no order and no null character.
    before         json,
    after          json,
    published      boolean     not null default false
);

create index schema_change_order on schema_change (data_source_id, epoch, id);
create index schema_change_unpublished on schema_change (crawl_id) where not published;
