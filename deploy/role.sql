-- The superuser runs this at each start. \getenv, since a command line is public.
\getenv password ROLE_PASSWORD
select 'create role catalog login' where not exists (select from pg_roles where rolname = 'catalog')
\gexec
alter role catalog password :'password';
alter database gazetteer owner to catalog;
alter schema public owner to catalog;
-- What an earlier version made as the superuser.
do $$
declare
  thing record;
begin
  for thing in
    select c.oid::regclass as name, case c.relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end as kind
    from pg_class c
    where c.relnamespace = 'public'::regnamespace
      and c.relkind in ('r', 'p', 'v', 'S')
      and c.relowner <> 'catalog'::regrole
      -- Sequences of identity columns follow their tables.
      and not exists (
        select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i') and c.relkind = 'S')
  loop
    execute format('alter %s %s owner to catalog', thing.kind, thing.name);
  end loop;
  for thing in
    select p.oid::regprocedure as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proowner <> 'catalog'::regrole
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('alter function %s owner to catalog', thing.name);
  end loop;
end
$$;
