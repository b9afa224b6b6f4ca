-- The name of an external caller is what its issuer lets it choose: these two say who it was.

alter table audit_event
    add column issuer  text,
    add column subject text,
    add constraint external_actor check ((issuer is null) = (subject is null));
