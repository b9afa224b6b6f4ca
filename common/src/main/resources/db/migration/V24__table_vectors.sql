-- What tables mean, as vectors of a language model. Tables with the same text share one.
create table table_vector (
  -- A hash of the name, the comment and the columns, see FoldKeys.
  fold_key bigint primary key,
  -- Which model has made it, of which text.
  model smallint not null,
  -- A unit as a float, and a byte for each number.
  vector bytea not null check (length(vector) between 5 and 4096),
  made_at timestamptz not null default now()
);
