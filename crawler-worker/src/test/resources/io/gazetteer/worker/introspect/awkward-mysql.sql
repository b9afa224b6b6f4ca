create table parent (
  id bigint unsigned not null auto_increment primary key,
  name varchar(120) not null default 'it''s' comment 'The ''name'' né 価格',
  status enum('new', 'it''s', 'a,b', 'back\\slash') not null default 'new',
  flags set('x', 'y'),
  amount decimal(12,2) not null default 0.00,
  doubled decimal(13,2) generated always as (amount * 2) stored,
  seen datetime(3) default current_timestamp(3),
  bits bit(3) default b'101',
  flag tinyint(1) default null,
  place point,
  raw varbinary(16),
  body text,
  unique key by_name (name),
  key by_body (body(10), status),
  fulltext key words (body)
) comment = 'Two\nlines, "quoted"';
create table child (
  b varchar(10) not null, a date not null, parent_id bigint unsigned,
  primary key (b, a),
  constraint to_parent foreign key (parent_id) references parent (id)
    on delete cascade on update set null
);
create table grandchild (
  a date, b varchar(10), x double,
  constraint to_child foreign key (b, a) references child (b, a)
);
create table parted (
  id bigint not null, at date not null, primary key (id, at)
) partition by hash (id) partitions 4;
create table `Case` (a year);
create table `case` (b varchar(1));
create table `we``ird "ключ` (`co``l` varchar(1), ` tab	x` varchar(1));
create view looks as select name as called from parent;
