-- Names and types alone: MariaDB answers this without opening a table.
select TABLE_NAME, TABLE_TYPE
from information_schema.TABLES
where TABLE_SCHEMA = ?
  and TABLE_TYPE in ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW')
