-- No statistics here: mixed in, they would make the server open every table for the rest, too.
-- What is missing here may have been dropped.
select TABLE_NAME, TABLE_TYPE, TABLE_COMMENT, CREATE_OPTIONS
from information_schema.TABLES
where TABLE_SCHEMA = ? and TABLE_NAME in (:names)
