-- MariaDB: names are unique in a table only, and the view says which table.
select TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE
from information_schema.CHECK_CONSTRAINTS
where CONSTRAINT_SCHEMA = ? and TABLE_NAME in (:names)
