-- Every other text that belongs to a relation, each with the number of the column or the oid of
-- the object it belongs to: comments, checks, expressions in indexes, partition keys, view texts.
-- What is deparsed here locks the relation (a view, all it refers to), and waits behind uncommitted
-- DDL; the relations in :skipped answer null.
select d.objoid as relation, 'comment' as kind, d.objsubid::bigint as number, 0 as position,
  d.description as text
from pg_catalog.pg_description d
where d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objoid = any (:oids)
union all
select c.conrelid, 'check', c.oid, 0,
  case when c.conrelid <> all (:skipped) then pg_catalog.pg_get_expr(c.conbin, c.conrelid) end
from pg_catalog.pg_constraint c
where c.conrelid = any (:oids) and c.contype = 'c'
union all
select i.indrelid, 'index', i.indexrelid, k.position,
  case when i.indrelid <> all (:skipped)
    then pg_catalog.pg_get_indexdef(i.indexrelid, k.position, true) end
from pg_catalog.pg_index i
cross join lateral pg_catalog.generate_series(1, i.indnkeyatts) as k (position)
where i.indrelid = any (:oids) and i.indexprs is not null and i.indkey[k.position - 1] = 0
union all
select i.indrelid, 'predicate', i.indexrelid, 0,
  case when i.indrelid <> all (:skipped) then pg_catalog.pg_get_expr(i.indpred, i.indrelid) end
from pg_catalog.pg_index i
where i.indrelid = any (:oids) and i.indpred is not null
union all
select p.partrelid, 'partition_key', 0, 0,
  case when p.partexprs is null or p.partrelid <> all (:skipped)
    then pg_catalog.pg_get_partkeydef(p.partrelid) end
from pg_catalog.pg_partitioned_table p
where p.partrelid = any (:oids)
union all
select c.oid, 'view', 0, 0,
  case when c.oid <> all (:skipped) then pg_catalog.pg_get_viewdef(c.oid, true) end
from pg_catalog.pg_class c
where c.oid = any (:oids) and c.relkind in ('v', 'm')
