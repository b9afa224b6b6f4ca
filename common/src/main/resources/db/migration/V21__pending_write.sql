-- What a worker was about to write about a relation that the index holds already. The row is there
-- before the first document is written, and goes when the whole relation is known to be written; a
-- row that is left over means that nobody knows how far its writer came. The next crawl then writes
-- the relation again, and tells its changes if, and only if, the document shows them.
create table pending_write (
    data_source_id     uuid        not null references data_source on delete cascade,
    schema_name        text        not null,
    relation_name      text        not null,
    -- What the document says when the write has come to its end.
    fingerprint        text        not null,
    found_at           timestamptz not null default now(),
    -- A list in the order in which it is told; not jsonb, which keeps no order and no null character.
    changes            json        not null,
    primary key (data_source_id, schema_name, relation_name)
);

-- Attempts that ended because the index was away: they count for nothing.
alter table crawl_batch add column excused integer not null default 0;
