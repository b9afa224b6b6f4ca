-- The plan's listing: pg_class alone, no column is touched. Privileges are asked once a schema, not
-- once a relation.
select c.oid, n.nspname, c.relname, c.relkind, c.relispartition, c.relnatts, n.visible
from pg_catalog.pg_class c
join (
  select s.oid, s.nspname, pg_catalog.has_schema_privilege(s.oid, 'usage') as visible
  from pg_catalog.pg_namespace s
  where s.nspname <> 'information_schema' and s.nspname not like 'pg\_%'
  offset 0
) n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'v', 'm', 'f')
order by c.oid
