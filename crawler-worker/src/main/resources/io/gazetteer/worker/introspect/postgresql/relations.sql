-- One row a relation that still exists; what is missing here was dropped. Only partitions have
-- their parent looked up: ordinary inheritance has several and is no partitioning.
-- The foreign keys of others are found by the triggers that guard them on this side, which have an
-- index by relation; pg_constraint has none by confrelid. They are counted in one pass: asked for
-- relation by relation, the planner takes the index by constraint and reads all of it each time.
-- A partition's copy of a key has a parent. Before PostgreSQL 15 a partitioned table has no such
-- triggers, and none of the keys to it count.
select c.oid, n.nspname, c.relname, c.relkind, c.relispartition,
  c.reltuples::bigint, c.relpages, pn.nspname, p.relname, coalesce(k.keys, 0)
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_inherits h on h.inhrelid = c.oid and c.relispartition
left join pg_catalog.pg_class p on p.oid = h.inhparent
left join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
left join (
  select t.tgrelid, pg_catalog.count(distinct t.tgconstraint) as keys
  from pg_catalog.pg_trigger t
  join pg_catalog.pg_constraint r on r.oid = t.tgconstraint
  where t.tgrelid = any (:oids) and t.tgconstrrelid <> t.tgrelid
    and r.confrelid = t.tgrelid and r.contype = 'f' and r.conparentid = 0
  group by t.tgrelid
) k on k.tgrelid = c.oid
where c.oid = any (:oids) and c.relkind in ('r', 'p', 'v', 'm', 'f')
