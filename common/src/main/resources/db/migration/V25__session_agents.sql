-- The list of one's own sessions says which browser each is in.
alter table page_session add column agent text;
