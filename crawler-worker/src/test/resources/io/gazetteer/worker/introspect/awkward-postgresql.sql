create schema "Odd One";
create type "Odd One".mood as enum ('sad', 'ok', 'it''s fine');
create domain "Odd One".positive as integer not null check (value > 0);
create type "Odd One".address as (street text, town text);
create table "Odd One".parent (
  id bigint generated always as identity primary key,
  dropped text,
  name varchar(120) not null default 'it''s' unique,
  mood "Odd One".mood default 'ok',
  amount numeric(12,2) not null default 0.00,
  doubled numeric(13,2) generated always as (amount * 2) stored,
  tags text[] default '{}',
  pos "Odd One".positive,
  home "Odd One".address,
  span int4range,
  seen timestamp(3) with time zone default now(),
  constraint amount_not_negative check (amount >= 0)
);
alter table "Odd One".parent drop column dropped;
comment on table "Odd One".parent is E'Two\nlines, "quoted"';
comment on column "Odd One".parent.name is 'né 価格 🛒';
create unique index parent_lower on "Odd One".parent (lower(name), id) where amount > 0;
create index parent_cover on "Odd One".parent (amount) include (name);
create table "Odd One".parted (
  region char(2), part_no integer, payload bytea, primary key (region, part_no)
) partition by list (region);
create table "Odd One".parted_de partition of "Odd One".parted for values in ('de');
create table "Odd One".parted_rest partition of "Odd One".parted default partition by range (part_no);
create table "Odd One".parted_rest_1 partition of "Odd One".parted_rest for values from (0) to (9);
create table "Odd One".child (
  region char(2) not null, part_no integer not null,
  parent_id bigint references "Odd One".parent (id) on delete cascade on update set default,
  constraint to_parted foreign key (region, part_no) references "Odd One".parted (region, part_no)
);
create table "Odd One".heir (extra boolean) inherits ("Odd One".child);
create view "Odd One".view as select id, name as called from "Odd One".parent;
comment on view "Odd One".view is 'Looks';
create materialized view "Odd One".stored as select count(*) as n from "Odd One".parent;
create index stored_n on "Odd One".stored (n);
create foreign data wrapper nothing;
create server nowhere foreign data wrapper nothing;
create foreign table "Odd One".far (x xml) server nowhere;
create table public."Case" (a macaddr);
create table public."case" (b uuid, c bit(3), d point, e double precision, f jsonb);
create table public."🛒 quo""ted" ("new
line" integer, "back\slash	tab" text, " " date);
create table public.no_columns ();
