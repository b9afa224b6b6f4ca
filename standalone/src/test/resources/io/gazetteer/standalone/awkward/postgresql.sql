-- What real PostgreSQL databases hold and naive readers trip over.
create schema billing;
create schema "Odd Names";
create schema empty;

create type billing.state as enum ('open', 'it''s late', 'paid, thanks');
create domain billing.iban as varchar(34);

create table billing.account (
    id       bigint generated always as identity primary key,
    iban     billing.iban not null,
    holder   varchar(80) not null,
    dropped  integer,
    state    billing.state not null default 'open',
    tags     text[],
    rates    numeric(7, 4)[],
    extra    jsonb,
    balance  numeric(15, 2) not null default 0.00,
    opened   timestamp(3) without time zone,
    closed   timestamp with time zone,
    hours    time without time zone,
    span     interval,
    flags    bit(5),
    more     bit varying(9),
    picture  bytea,
    net      inet,
    code     char(3),
    ratio    double precision,
    small    smallint,
    single   real,
    holder_key text generated always as (lower(holder)) stored,
    unique (iban, holder),
    check (balance > -1000000)
);
alter table billing.account drop column dropped;
comment on table billing.account is E'Two\nlines, a "quote", 価格 and 🙂';
comment on column billing.account.holder is 'Who''s account it is';

create table billing.entry (
    account_id bigint references billing.account on delete cascade,
    entry_no   integer,
    amount     numeric(15, 2) not null,
    primary key (entry_no, account_id)
);
create table billing.receipt (
    serial_no  serial,
    account_id bigint,
    entry_no   integer,
    previous   integer,
    primary key (serial_no),
    constraint receipt_of_entry foreign key (entry_no, account_id)
        references billing.entry (entry_no, account_id) on update cascade on delete set null,
    constraint chain foreign key (previous) references billing.receipt (serial_no)
);
create unique index receipt_once on billing.receipt (account_id, entry_no) where previous is null;
create index receipt_odd on billing.receipt (abs(serial_no), account_id desc);

create table billing.event (id bigint, at date not null, note text) partition by range (at);
create table billing.event_old partition of billing.event for values from (minvalue) to ('2030-01-01');
create table billing.event_new partition of billing.event for values from ('2030-01-01') to (maxvalue);

create view billing.open_account as select id, holder, balance from billing.account where state = 'open';
create materialized view billing.balance_by_state as
    select state, sum(balance) as total from billing.account group by state;

create table "Odd Names"."User" ("Id" uuid primary key, "select" text);
create table "Odd Names"."user" (id uuid primary key, boss uuid references "Odd Names"."User");
create table "Odd Names"." leading blank" (a integer);
create table "Odd Names"."say ""hi""" ("say ""hi""" integer, "back\slash" text);
create table "Odd Names"."two
lines" ("tab	here" integer);
create table "Odd Names"."🦉 ночь" ("größe" integer);
create table "Odd Names"."100%_sure" ("a_b" integer, "a%b" integer);
create table "Odd Names".no_columns ();
create table public.parent (id integer primary key, name text);
create table public.child (extra text) inherits (public.parent);

do $$
begin
    execute 'create table public.wide (' ||
        (select string_agg('c' || i || ' integer', ', ') from generate_series(1, 400) i) || ')';
end $$;
