-- What begins like this was encrypted with a key that is no more. A process that still has the key,
-- in a copy of the keyset or in a transaction of its own, is refused: nobody could read what it stores.
create table dropped_key (
    prefix     bytea       primary key check (octet_length(prefix) = 5),
    dropped_at timestamptz not null default now()
);

create function refuse_dropped_key() returns trigger language plpgsql as $$
begin
    if exists (select from dropped_key where prefix = substring(new.secret from 1 for 5)) then
        raise exception 'This was encrypted with a key that has been dropped'
            using errcode = 'object_not_in_prerequisite_state';
    end if;
    return new;
end $$;

create trigger data_source_dropped_key before insert or update of secret on data_source
    for each row execute function refuse_dropped_key();
create trigger signing_key_dropped_key before insert or update of secret on signing_key
    for each row execute function refuse_dropped_key();
create trigger keyset_check_dropped_key before insert or update of secret on keyset_check
    for each row execute function refuse_dropped_key();
