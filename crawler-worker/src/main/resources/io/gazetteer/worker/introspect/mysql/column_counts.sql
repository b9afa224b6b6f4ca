-- For the sizes of batches. Apart from the listing, since views of information_schema are never
-- joined in the server. Grouped by bytes: the collation may hold `User` and `user` for one name.
select max(TABLE_NAME), count(*)
from information_schema.COLUMNS
where TABLE_SCHEMA = ?
group by cast(TABLE_NAME as binary)
