-- View texts on their own: pg_get_viewdef locks the view and all it refers to, and it is the one
-- function here that a broken object makes fail. The relations in :skipped answer null.
select c.oid,
  case when c.oid <> all (:skipped) then pg_catalog.pg_get_viewdef(c.oid, true) end
from pg_catalog.pg_class c
where c.oid = any (:oids) and c.relkind in ('v', 'm')
