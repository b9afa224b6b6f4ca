-- A schema is shown to whoever has any privilege in it. In any case, with what the server makes of
-- upper and lower case.
select SCHEMA_NAME, @@lower_case_table_names
from information_schema.SCHEMATA
where lower(SCHEMA_NAME) = lower(?)
