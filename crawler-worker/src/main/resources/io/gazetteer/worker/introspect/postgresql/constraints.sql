-- One row a column of a constraint. A foreign key to a partitioned table owns a hidden copy for
-- each of its partitions; a copy's parent sits on the same relation, and it is left out.
select c.conrelid, c.oid, c.conname, c.contype, k.column_number,
  fn.nspname, f.relname, fa.attname, c.confdeltype, c.confupdtype
from pg_catalog.pg_constraint c
left join lateral rows from (pg_catalog.unnest(c.conkey), pg_catalog.unnest(c.confkey))
  with ordinality as k (column_number, referenced_number, position) on c.contype <> 'c'
left join pg_catalog.pg_class f on f.oid = c.confrelid
left join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace
left join pg_catalog.pg_attribute fa
  on fa.attrelid = c.confrelid and fa.attnum = k.referenced_number
where c.conrelid = any (:oids) and c.contype in ('p', 'u', 'f', 'c')
  and not exists (
    select from pg_catalog.pg_constraint p
    where c.contype = 'f' and p.oid = c.conparentid and p.conrelid = c.conrelid)
order by c.conrelid, c.conname, c.oid, k.position
