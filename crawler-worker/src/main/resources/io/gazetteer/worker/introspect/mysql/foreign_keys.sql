-- By the schema of the table that has the key: a condition on REFERENCED_TABLE_SCHEMA would make
-- the server open every table of every schema.
select TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION, COLUMN_NAME, REFERENCED_TABLE_SCHEMA,
  REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
from information_schema.KEY_COLUMN_USAGE
where TABLE_SCHEMA = ? and TABLE_NAME in (:names) and REFERENCED_TABLE_NAME is not null
