-- MariaDB 11.4 and later: which keys have a period as their last part.
select TABLE_NAME, CONSTRAINT_NAME
from information_schema.KEY_PERIOD_USAGE
where TABLE_SCHEMA = ? and TABLE_NAME in (:names)
