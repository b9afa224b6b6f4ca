-- Plain column numbers; pg_get_indexdef is called only where an index has an expression, in the
-- query for texts. Operator classes are named only where one is not the usual one of its type.
-- An index that is being built, or was not built to its end, is neither valid nor ready.
select i.indrelid, i.indexrelid, x.relname, i.indisunique, i.indisprimary,
  i.indisvalid and i.indisready and i.indislive, :since(15, i.indnullsnotdistinct, false),
  m.amname, i.indnkeyatts, i.indkey, i.indoption,
  case when i.indclass::oid[] && array(
    select c.oid from pg_catalog.pg_opclass c where not c.opcdefault
  ) then (
    select pg_catalog.string_agg(case when c.opcdefault then '' else c.opcname end, ' '
      order by k.position)
    from pg_catalog.unnest(i.indclass::oid[]) with ordinality as k (class, position)
    join pg_catalog.pg_opclass c on c.oid = k.class
  ) end
from pg_catalog.pg_index i
join pg_catalog.pg_class x on x.oid = i.indexrelid
join pg_catalog.pg_am m on m.oid = x.relam
where i.indrelid = any (:oids)
order by i.indrelid, x.relname
