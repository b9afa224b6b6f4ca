-- The distinct types of a batch, named once each instead of once a column. A domain takes the
-- family of its base type, and NOT NULL from any domain it is built upon.
with recursive used as (
  select k.type, k.modifier
  from rows from (pg_catalog.unnest(:types), pg_catalog.unnest(:modifiers)) as k (type, modifier)
), ancestry as (
  select distinct u.type as start, u.type as current from used u
  union all
  select y.start, t.typbasetype
  from ancestry y join pg_catalog.pg_type t on t.oid = y.current
  where t.typtype = 'd'
), resolved as (
  select y.start,
    pg_catalog.bool_or(t.typtype = 'd' and t.typnotnull) as not_null,
    pg_catalog.max(case when t.typtype <> 'd' then t.typtype::text end) as base_type,
    pg_catalog.max(case when t.typtype <> 'd' then t.typcategory::text end) as base_category,
    pg_catalog.max(case when t.typtype <> 'd' then t.typname::text end) as base_name
  from ancestry y join pg_catalog.pg_type t on t.oid = y.current
  group by y.start
)
select 'type', u.type::bigint, u.modifier, pg_catalog.format_type(u.type, u.modifier),
  r.not_null, r.base_type, r.base_category, r.base_name
from used u join resolved r on r.start = u.type
union all
select 'value', e.enumtypid::bigint,
  pg_catalog.row_number() over (partition by e.enumtypid order by e.enumsortorder), e.enumlabel,
  null, null, null, null
from pg_catalog.pg_enum e
where e.enumtypid = any (:types)
order by 1, 2, 3
