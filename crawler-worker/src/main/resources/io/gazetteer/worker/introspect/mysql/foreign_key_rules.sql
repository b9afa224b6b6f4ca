-- The actions, which KEY_COLUMN_USAGE does not have.
select TABLE_NAME, CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE
from information_schema.REFERENTIAL_CONSTRAINTS
where CONSTRAINT_SCHEMA = ? and TABLE_NAME in (:names)
