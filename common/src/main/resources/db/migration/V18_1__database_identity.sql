-- What the server says of the database that a registration leads to: the same database behind two
-- names is noticed by it. Null until a crawl has asked.

alter table data_source add column identity text check (identity <> '');

create index data_source_identity on data_source (identity) where deleted_at is null;
