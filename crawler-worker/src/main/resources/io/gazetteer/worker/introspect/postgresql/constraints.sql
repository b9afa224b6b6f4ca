-- One row a column of a constraint. A foreign key to a partitioned table owns a hidden copy for
-- each of its partitions; a copy's parent sits on the same relation, and it is left out.
-- NOT NULL constraints are told by the columns, but for those whose rows have not been checked.
select c.conrelid, c.oid, c.conname, c.contype, c.conindid,
  c.condeferrable, c.condeferred, c.convalidated, :since(18, c.conenforced, true),
  :since(18, c.conperiod, false), k.column_number, o.oprname,
  fn.nspname, f.relname, fa.attname, c.confdeltype, c.confupdtype, c.confmatchtype,
  :since(15, c.confdelsetcols, null)
from pg_catalog.pg_constraint c
left join lateral rows from (
  pg_catalog.unnest(c.conkey), pg_catalog.unnest(c.confkey), pg_catalog.unnest(c.conexclop)
) with ordinality as k (column_number, referenced_number, operator, position)
  on c.contype <> 'c'
left join pg_catalog.pg_operator o on o.oid = k.operator and c.contype = 'x'
left join pg_catalog.pg_class f on f.oid = c.confrelid
left join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace
left join pg_catalog.pg_attribute fa
  on fa.attrelid = c.confrelid and fa.attnum = k.referenced_number
where c.conrelid = any (:oids)
  and (c.contype in ('p', 'u', 'f', 'c', 'x') or c.contype = 'n' and not c.convalidated)
  and not exists (
    select from pg_catalog.pg_constraint p
    where c.contype = 'f' and p.oid = c.conparentid and p.conrelid = c.conrelid)
order by c.conrelid, c.conname, c.oid, k.position
