-- What an administrator has made of the abbreviations that searches know.

create table abbreviation_list (
    only_row   boolean     primary key default true check (only_row),
    -- Grows with every change, so that the API processes notice one.
    version    bigint      not null check (version > 0),
    -- [{"short", "long": [...]}, ...], a list that people put in order: json, not jsonb. Null: the built-in list.
    entries    json,
    changed_at timestamptz not null default now()
);

insert into abbreviation_list (version) values (1);
