-- MySQL 8.0.16 and later: here names of checks are unique in their schema.
select CONSTRAINT_NAME, CHECK_CLAUSE
from information_schema.CHECK_CONSTRAINTS
where CONSTRAINT_SCHEMA = ? and CONSTRAINT_NAME in (:names)
