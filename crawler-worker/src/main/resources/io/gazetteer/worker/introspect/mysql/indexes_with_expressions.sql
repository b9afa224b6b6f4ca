-- The same as indexes.sql for MySQL 8.0.13 and later, where an index may hold an expression.
select TABLE_NAME, INDEX_NAME, NON_UNIQUE, INDEX_TYPE, SEQ_IN_INDEX, COLUMN_NAME, EXPRESSION,
  COLLATION, SUB_PART
from information_schema.STATISTICS
where TABLE_SCHEMA = ? and TABLE_NAME in (:names)
