-- A schema is shown to whoever has any privilege in it.
select SCHEMA_NAME
from information_schema.SCHEMATA
where SCHEMA_NAME = ?
