-- Empty without the privilege SHOW VIEW.
select TABLE_NAME, VIEW_DEFINITION
from information_schema.VIEWS
where TABLE_SCHEMA = ? and TABLE_NAME in (:names)
