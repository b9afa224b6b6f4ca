-- Every text that belongs to a relation but for view definitions: comments and deparsed
-- expressions, each with the number of the column or the oid of the object it belongs to.
-- Deparsing an expression with columns in it opens and locks the relation and waits behind
-- uncommitted DDL. Most expressions are defaults and hold no column: given no relation they are
-- deparsed without a lock, and twenty times faster. The relations in :skipped answer null.
select d.objoid as relation, 'comment' as kind, d.objsubid::bigint as number, 0 as position,
  d.description as text
from pg_catalog.pg_description d
where d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objoid = any (:oids)
union all
select d.adrelid, 'column', d.adnum, 0,
  case when pg_catalog.strpos(d.adbin::text, '{VAR ') = 0 then pg_catalog.pg_get_expr(d.adbin, 0)
    when d.adrelid <> all (:skipped) then pg_catalog.pg_get_expr(d.adbin, d.adrelid) end
from pg_catalog.pg_attrdef d
where d.adrelid = any (:oids)
union all
select c.conrelid, 'check', c.oid, 0,
  case when pg_catalog.strpos(c.conbin::text, '{VAR ') = 0 then pg_catalog.pg_get_expr(c.conbin, 0)
    when c.conrelid <> all (:skipped) then pg_catalog.pg_get_expr(c.conbin, c.conrelid) end
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
