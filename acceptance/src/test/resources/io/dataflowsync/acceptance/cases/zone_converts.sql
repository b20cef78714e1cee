-- A TIMESTAMP becomes a DATETIME, and the other way round, in a session with a time zone of its own
-- Use: a migration of types: the server converts the rows that are there with the session's zone.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE zone_converts (id INT PRIMARY KEY AUTO_INCREMENT, ts TIMESTAMP NULL, dt DATETIME NULL);
-- [before]
SET time_zone = '+00:00';
INSERT INTO zone_converts VALUES (1, '2020-01-01 00:00:00', '2020-01-01 12:00:00');
-- [stream]
SET time_zone = '+08:00';
ALTER TABLE zone_converts MODIFY ts DATETIME NULL, MODIFY dt TIMESTAMP NULL;
INSERT INTO zone_converts VALUES (2, '2020-01-02 00:00:00', '2020-01-02 08:00:00');
-- [rows]
SELECT ts, UNIX_TIMESTAMP(dt) FROM zone_converts ORDER BY id
2020-01-01 08:00:00|1577851200
2020-01-02 00:00:00|1577923200
