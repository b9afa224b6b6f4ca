-- Primary keys and unique constraints are indexes of the same name here, which saves
-- TABLE_CONSTRAINTS. CARDINALITY is left out, it is statistics.
select TABLE_NAME, INDEX_NAME, NON_UNIQUE, INDEX_TYPE, SEQ_IN_INDEX, COLUMN_NAME, null,
  COLLATION, SUB_PART
from information_schema.STATISTICS
where TABLE_SCHEMA = ? and TABLE_NAME in (:names)
