-- One row a relation that still exists; what is missing here was dropped. Only partitions have
-- their parent looked up: ordinary inheritance has several and is no partitioning.
select c.oid, n.nspname, c.relname, c.relkind, c.relispartition,
  c.reltuples::bigint, c.relpages, pn.nspname, p.relname
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace
left join pg_catalog.pg_inherits h on h.inhrelid = c.oid and c.relispartition
left join pg_catalog.pg_class p on p.oid = h.inhparent
left join pg_catalog.pg_namespace pn on pn.oid = p.relnamespace
where c.oid = any (:oids) and c.relkind in ('r', 'p', 'v', 'm', 'f')
