-- People ask for the events of a time; without this, an old one means reading all that came later.

create index audit_event_time on audit_event (at);
