-- Alone, because this is what makes the server look into its storage engines.
select TABLE_NAME, TABLE_ROWS
from information_schema.TABLES
where TABLE_SCHEMA = ? and TABLE_NAME in (:names) and TABLE_TYPE <> 'VIEW'
