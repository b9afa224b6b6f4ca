-- One row a relation that still exists, and one more for each further table that it inherits from;
-- what is missing here was dropped. A table that inherits all of its columns from one other and
-- has a check of its own is a partition of the old kind, as TimescaleDB and pg_partman make them.
-- The foreign keys of others are found by the triggers that guard them on this side, which have an
-- index by relation; pg_constraint has none by confrelid. They are counted in one pass: asked for
-- relation by relation, the planner takes the index by constraint and reads all of it each time.
-- A partition's copy of a key has a parent. Before PostgreSQL 15 a partitioned table has no such
-- triggers, and none of the keys to it count.
-- OFFSET 0 keeps each EXISTS a look into an index instead of a hash of the whole catalog.
-- What extensions own is few, and found by the extension; by relation each would be looked up.
select c.oid, n.nspname, c.relname, c.relkind,
  c.relispartition or c.relkind in ('r', 'f') and h.inhrelid is not null
    and not exists (
      select from pg_catalog.pg_inherits o
      where o.inhrelid = h.inhrelid and o.inhparent <> h.inhparent
      offset 0)
    and not exists (
      select from pg_catalog.pg_attribute a
      where a.attrelid = h.inhrelid and a.attnum > 0 and not a.attisdropped
        and a.attinhcount = 0
      offset 0)
    and exists (
      select from pg_catalog.pg_constraint l
      where l.conrelid = h.inhrelid and l.contype = 'c' and l.conislocal
      offset 0),
  c.reltuples::bigint, c.relpages, pn.nspname, p.relname, coalesce(k.keys, 0),
  c.relhassubclass and exists (
    select from pg_catalog.pg_inherits i where i.inhparent = c.oid offset 0),
  e.extname
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_inherits h on h.inhrelid = c.oid
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
left join (
  select d.objid, x.extname
  from pg_catalog.pg_extension x
  join pg_catalog.pg_depend d
    on d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass and d.refobjid = x.oid
    and d.deptype = 'e' and d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
  offset 0
) e on e.objid = c.oid
where c.oid = any (:oids) and c.relkind in ('r', 'p', 'v', 'm', 'f')
order by c.oid, h.inhseqno
