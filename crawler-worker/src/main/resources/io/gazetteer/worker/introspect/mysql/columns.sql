-- Not sorted by the server: it would do so in a file, long texts and all.
select TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME, COLUMN_DEFAULT, IS_NULLABLE, DATA_TYPE,
  COLUMN_TYPE, EXTRA, COLUMN_COMMENT, GENERATION_EXPRESSION
from information_schema.COLUMNS
where TABLE_SCHEMA = ? and TABLE_NAME in (:names)
