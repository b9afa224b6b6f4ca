-- Plain column numbers; pg_get_indexdef is called only where an index has an expression, in the
-- query for texts. INCLUDE columns are no part of the key and are left out.
select i.indrelid, i.indexrelid, x.relname, i.indisunique, i.indisprimary, m.amname,
  i.indnkeyatts, i.indkey, i.indpred is not null
from pg_catalog.pg_index i
join pg_catalog.pg_class x on x.oid = i.indexrelid
join pg_catalog.pg_am m on m.oid = x.relam
where i.indrelid = any (:oids)
order by i.indrelid, x.relname
