-- One row a partitioned table, that of its first partition: all say the same of the key.
select TABLE_NAME, PARTITION_METHOD, PARTITION_EXPRESSION, SUBPARTITION_METHOD,
  SUBPARTITION_EXPRESSION
from information_schema.PARTITIONS
where TABLE_SCHEMA = ? and TABLE_NAME in (:names) and PARTITION_ORDINAL_POSITION = 1
  and coalesce(SUBPARTITION_ORDINAL_POSITION, 1) = 1
