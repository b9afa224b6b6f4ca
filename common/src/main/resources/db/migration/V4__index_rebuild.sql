-- Rebuilds of the search index, and which indexes stand behind its aliases.

create table index_rebuild (
    id                 uuid primary key,
    reason             text        not null check (reason in ('REQUESTED', 'NEW_DEFINITION')),
    -- The definition of whoever asked; a worker with an older one leaves the rebuild alone.
    definition_version integer     not null check (definition_version > 0),
    state              text        not null default 'PENDING'
                                   check (state in ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED')),
    attempt            integer     not null default 0 check (attempt >= 0),
    lease_until        timestamptz,
    retry_at           timestamptz,
    created_at         timestamptz not null default now(),
    started_at         timestamptz,
    finished_at        timestamptz,
    -- Table documents, with their columns; the total is null until it is known.
    tables_total       bigint      check (tables_total >= 0),
    tables_copied      bigint      not null default 0 check (tables_copied >= 0),
    error_code         text,
    error_message      text,
    check ((lease_until is not null) = (state = 'RUNNING')),
    check ((finished_at is not null) = (state in ('SUCCEEDED', 'FAILED'))),
    check ((error_code is null) = (error_message is null))
);

create unique index one_live_rebuild on index_rebuild ((true)) where state in ('PENDING', 'RUNNING');

-- The index each alias stood for when a worker last looked. Another one there means that the index
-- was wiped, or that this catalog is older than the index: then every data source is crawled.
create table known_index (
    alias text primary key,
    uuid  text not null
);
