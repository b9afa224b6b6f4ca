-- After a lock timeout: which relations of the batch cannot be deparsed now. Whoever holds or
-- waits for an ACCESS EXCLUSIVE lock blocks us; a view is blocked by what it reads, too.
with held as (
  select distinct l.relation
  from pg_catalog.pg_locks l
  join pg_catalog.pg_database d on d.oid = l.database
  where d.datname = pg_catalog.current_database()
    and l.locktype = 'relation' and l.mode = 'AccessExclusiveLock'
)
select h.relation from held h where h.relation = any (:oids)
union
select i.indrelid from held h join pg_catalog.pg_index i on i.indexrelid = h.relation
where i.indrelid = any (:oids)
union
select r.ev_class
from held h
join pg_catalog.pg_depend d
  on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = h.relation
  and d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
join pg_catalog.pg_rewrite r on r.oid = d.objid
where r.ev_class = any (:oids)
