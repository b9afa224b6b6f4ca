-- Which crawls and rebuilds are under way is said here, and nowhere else in SQL.

alter table crawl
    -- As CrawlState.isLive says it.
    add column live boolean not null generated always as
        (state in ('PENDING', 'PLANNING', 'RUNNING', 'FINISHING')) stored;

-- A partial index is used by queries that spell its condition, so it has to be the new one.
drop index one_live_crawl;
drop index live_crawl;
create unique index one_live_crawl on crawl (data_source_id) where live;
create index live_crawl on crawl (wake_at) where live;

-- A new column has no statistics, and without them half of all crawls would count as live.
analyze crawl;

-- No row, or one: work on crawls waits for it.
create view live_rebuild as
    select id from index_rebuild where state in ('PENDING', 'RUNNING');
