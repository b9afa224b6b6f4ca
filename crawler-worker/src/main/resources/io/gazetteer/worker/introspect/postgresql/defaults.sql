-- Defaults and generation expressions, each distinct one deparsed and sent once: a database repeats
-- now() and 0 on every other column. An owner is the relation's oid shifted by 16 bits, and the
-- column's number.
-- Deparsing an expression with columns in it (VAR in its tree) opens and locks the relation and
-- waits behind uncommitted DDL; the relations in :skipped answer null. Defaults hold no column:
-- given no relation they are deparsed without a lock, and twenty times faster.
-- The subquery keeps the planner from scanning all of pg_attrdef for the samples.
select
  case when s.context = 0 or s.context <> all (:skipped) then (
    select pg_catalog.pg_get_expr(d.adbin, s.context)
    from pg_catalog.pg_attrdef d
    where d.oid = s.sample
  ) end,
  s.owners
from (
  select pg_catalog.min(d.oid) as sample, t.context,
    pg_catalog.array_agg(d.adrelid::int8 << 16 | d.adnum) as owners
  from pg_catalog.pg_attrdef d
  cross join lateral (
    select case when pg_catalog.strpos(d.adbin::text collate "C", '{VAR ') > 0
      then d.adrelid else 0::oid end as context
  ) t
  where d.adrelid = any (:oids)
  group by d.adbin::text, t.context
) s
