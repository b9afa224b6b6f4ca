-- What a finish has found to be renamed: the old document goes before the change is told, so that a
-- finisher that dies in between would leave nothing to compare with. The row says what the relation
-- was, and goes with the end of the crawl that tells it.
create table pending_rename (
    data_source_id uuid        not null references data_source on delete cascade,
    old_schema     text        not null,
    old_name       text        not null,
    new_schema     text        not null,
    new_name       text        not null,
    -- Of the old document.
    fingerprint    text        not null,
    before         json        not null,
    found_at       timestamptz not null default now(),
    -- What changed besides, in the order in which it is told.
    changes        json        not null,
    primary key (data_source_id, old_schema, old_name)
);

-- The history of a table goes on under its older names.
create index schema_change_renamed on schema_change (data_source_id, relation_name)
where change = 'table_renamed';
