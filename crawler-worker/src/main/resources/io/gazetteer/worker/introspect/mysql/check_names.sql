-- MySQL 8.0.16 and later: CHECK_CONSTRAINTS does not say which table, this does.
select TABLE_NAME, CONSTRAINT_NAME, ENFORCED
from information_schema.TABLE_CONSTRAINTS
where TABLE_SCHEMA = ? and TABLE_NAME in (:names) and CONSTRAINT_TYPE = 'CHECK'
