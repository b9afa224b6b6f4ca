-- No statistics here: mixed in, they would make the server open every table for the rest, too.
-- What is missing here may have been dropped. A table that the server cannot open has no engine, and
-- the server's complaint in place of its comment.
select TABLE_NAME, TABLE_TYPE, TABLE_COMMENT, CREATE_OPTIONS, ENGINE
from information_schema.TABLES
where TABLE_SCHEMA = ? and TABLE_NAME in (:names)
