-- A schema change from a session with a time zone of its own
-- Use: a session, or the whole source, runs at +08:00 and adds a TIMESTAMP column with a literal default to rows that are there.
-- Expected: the moment that the literal means in the session's time zone (2019-12-31 16:00:00 UTC), in old rows and in new ones, as
-- with MySQL's own replication: the QUERY event has the time zone.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE ddl_time_zone (id INT PRIMARY KEY AUTO_INCREMENT, a INT);
-- [before]
INSERT INTO ddl_time_zone VALUES (1, 1);
-- [stream]
SET time_zone = '+08:00';
ALTER TABLE ddl_time_zone ADD COLUMN ts TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00';
INSERT INTO ddl_time_zone (id, a) VALUES (2, 2);
-- [comparison]
-- [rows]
SELECT a, UNIX_TIMESTAMP(ts) FROM ddl_time_zone ORDER BY a
1|1577808000
2|1577808000
