-- Columns with ON UPDATE CURRENT_TIMESTAMP that an UPDATE keeps as they are
-- Use: an upkeep script changes rows and writes `ts = ts`, so that the time of the last change stays.
-- Expected: the source's values, as with MySQL's own replication. A table without a key is updated twice: the second event must find the row.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE kept_timestamp (id INT PRIMARY KEY AUTO_INCREMENT, v INT, ts TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, dt DATETIME(6) ON UPDATE CURRENT_TIMESTAMP(6));
CREATE TABLE kept_timestamp__no_key (a INT, v VARCHAR(9), ts TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
-- [before]
INSERT INTO kept_timestamp VALUES (1, 1, '2001-01-01 00:00:00', NULL);
INSERT INTO kept_timestamp__no_key VALUES (1, 'x', '2001-01-01 00:00:00');
-- [stream]
UPDATE kept_timestamp SET v = 2, ts = ts, dt = dt WHERE id = 1;
UPDATE kept_timestamp__no_key SET v = 'y', ts = ts;
UPDATE kept_timestamp__no_key SET v = 'z', ts = ts;
-- [comparison]
-- [rows]
SELECT v, ts, dt FROM kept_timestamp
2|2001-01-01 00:00:00|null
SELECT a, v, ts FROM kept_timestamp__no_key
1|z|2001-01-01 00:00:00
