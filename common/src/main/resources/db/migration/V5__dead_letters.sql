-- Messages that no worker could handle stay on their dead-letter topics; which of them an
-- administrator has replayed or discarded stands here.
create table dead_letter_handled (
    topic      text        not null,
    -- Of the message on the dead-letter topic, which has one partition.
    position   bigint      not null check (position >= 0),
    replayed   boolean     not null,
    handled_at timestamptz not null default now(),
    primary key (topic, position)
);

-- How long an event has been waiting in the outbox.
alter table scheduled_tasks add column created_at timestamptz not null default now();
