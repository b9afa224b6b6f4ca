-- The distinct types of a batch, named once each instead of once a column. A domain takes the
-- family of its base type, and NOT NULL from any domain it is built upon. An enum's values are also
-- those of a domain over it, and of an array of any of these.
with recursive used as (
  select k.type, k.modifier
  from rows from (pg_catalog.unnest(:types), pg_catalog.unnest(:modifiers)) as k (type, modifier)
), ancestry as (
  select distinct u.type as start, u.type as current, false as element from used u
  union all
  select y.start,
    case when t.typtype = 'd' then t.typbasetype else t.typelem end,
    y.element or t.typtype <> 'd'
  from ancestry y join pg_catalog.pg_type t on t.oid = y.current
  where t.typtype = 'd' or (t.typcategory = 'A' and t.typelem <> 0)
), resolved as (
  select y.start,
    pg_catalog.bool_or(t.typtype = 'd' and t.typnotnull) as not_null,
    pg_catalog.max(case when t.typtype <> 'd' then t.typtype::text end) as base_type,
    pg_catalog.max(case when t.typtype <> 'd' then t.typcategory::text end) as base_category,
    pg_catalog.max(case when t.typtype <> 'd' then t.typname::text end) as base_name
  from ancestry y join pg_catalog.pg_type t on t.oid = y.current
  where not y.element
  group by y.start
)
select 'type', u.type::bigint, u.modifier, pg_catalog.format_type(u.type, u.modifier),
  r.not_null, r.base_type, r.base_category, r.base_name
from used u join resolved r on r.start = u.type
union all
select 'value', y.start::bigint,
  pg_catalog.row_number() over (partition by y.start order by e.enumsortorder), e.enumlabel,
  null, null, null, null
from ancestry y join pg_catalog.pg_enum e on e.enumtypid = y.current
order by 1, 2, 3
