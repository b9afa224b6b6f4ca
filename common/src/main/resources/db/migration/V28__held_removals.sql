-- What a HELD crawl would remove, for those who decide. The rows go when a newer crawl has ended, or
-- this one was confirmed and has.
create table held_removal (
    crawl_id       uuid   not null references crawl on delete cascade,
    schema_name    text   not null,
    relation_names text[] not null,
    primary key (crawl_id, schema_name)
);
