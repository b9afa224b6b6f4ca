-- The same as foreign_key_rules.sql for MySQL 8, and the keys of the schema that point at the names:
-- this server keeps a list of foreign keys, where others would open every table for it.
select TABLE_NAME, CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE,
  case when UNIQUE_CONSTRAINT_SCHEMA = CONSTRAINT_SCHEMA then REFERENCED_TABLE_NAME end
from information_schema.REFERENTIAL_CONSTRAINTS
where CONSTRAINT_SCHEMA = ? and (TABLE_NAME in (:names) or REFERENCED_TABLE_NAME in (:names))
