-- When a worker last opened an index that somebody had closed, and when it last noticed that what was
-- in the index is gone. Until that has been crawled again, no answer means nothing.
alter table known_index
    add column opened_at timestamptz,
    add column wiped_at  timestamptz;
