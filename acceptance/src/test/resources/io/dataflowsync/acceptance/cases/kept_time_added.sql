-- A column with ON UPDATE CURRENT_TIMESTAMP is added, and an UPDATE keeps it as it is
-- Use: a migration adds it to a live table.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE kept_time_added (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO kept_time_added VALUES (1, 1);
-- [stream]
ALTER TABLE kept_time_added ADD COLUMN ts TIMESTAMP NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP;
UPDATE kept_time_added SET v = 2, ts = ts WHERE id = 1;
ALTER TABLE kept_time_added CHANGE ts moment DATETIME(3) NULL ON UPDATE CURRENT_TIMESTAMP(3);
UPDATE kept_time_added SET v = 3, moment = moment WHERE id = 1;
-- [comparison]
-- [rows]
SELECT v, moment FROM kept_time_added
3|null
