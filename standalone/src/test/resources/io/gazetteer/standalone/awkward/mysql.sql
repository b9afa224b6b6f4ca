-- What real MySQL databases hold and naive readers trip over.
create table Customer (
    customerId   int unsigned not null auto_increment primary key,
    fullName     varchar(80) not null,
    kind         enum('private', 'it''s a company', 'a,b') not null default 'private',
    marks        set('x', 'y'),
    balance      decimal(15, 2) not null default 0.00,
    ratio        double,
    single_      float,
    small        smallint,
    medium       mediumint unsigned,
    large        bigint,
    flag         tinyint(1),
    bits         bit(9),
    born         date,
    at_          time,
    seen         datetime(3),
    changed      timestamp not null default current_timestamp on update current_timestamp,
    since        year,
    note         longtext,
    extra        json,
    picture      mediumblob,
    fixed        char(3),
    raw_         varbinary(16),
    upperName    varchar(80) as (upper(fullName)) stored,
    constraint uq_name unique (fullName, born),
    constraint ck_balance check (balance > -1000000)
) comment = 'Two\nlines, a "quote" and 価格';

create table Entry (
    customerId int unsigned not null,
    entryNo    int not null,
    amount     decimal(15, 2),
    primary key (entryNo, customerId),
    constraint fk_customer foreign key (customerId) references Customer (customerId) on delete cascade
);
create table Receipt (
    receiptNo  bigint not null auto_increment primary key,
    customerId int unsigned,
    entryNo    int,
    previous   bigint,
    constraint fk_entry foreign key (entryNo, customerId) references Entry (entryNo, customerId) on update cascade on delete set null,
    constraint fk_chain foreign key (previous) references Receipt (receiptNo)
);
create index ix_two on Receipt (customerId, previous);

create table Event (id bigint not null, at_ date not null, primary key (id, at_))
partition by range columns (at_) (partition old values less than ('2030-01-01'), partition rest values less than (maxvalue));

create view OpenCustomer as select customerId, fullName from Customer where balance > 0;

create table `odd name` (`select` int, `back\slash` int);
create table `say "hi"` (`tick``tock` int);
create table `größe` (`ключ` int primary key);
create table `100%_sure` (`a_b` int, `a%b` int);
create index ix_upper on Receipt (receiptNo desc);
