-- The widest read by far, therefore pg_attribute alone: types, comments and defaults come from
-- queries of their own and meet it in memory. No ORDER BY either, a batch would not fit into
-- work_mem; the index returns the rows nearly ordered and the rest is sorted per relation.
select a.attrelid, a.attnum, a.atttypid, a.atttypmod, a.attnotnull, a.attidentity, a.attgenerated,
  a.attname
from pg_catalog.pg_attribute a
where a.attrelid = any (:oids) and a.attnum > 0 and not a.attisdropped
