-- A column with DEFAULT CURRENT_TIMESTAMP is added to rows that are there
-- Use: `made` is added to a table, while the target is some seconds or hours late.
-- Expected: old rows have the moment at which the source ran the statement, as with MySQL's own replication: the QUERY event has it.
-- Basis: run with MySQL's own replication, 5.7 to 8.0. The session's clock stands still here, so that the moment is always the same.
-- Settings: ddl: apply
-- [both]
CREATE TABLE ddl_moment (id INT PRIMARY KEY AUTO_INCREMENT, a INT);
-- [before]
INSERT INTO ddl_moment VALUES (1, 1);
-- [stream]
SET time_zone = '+00:00';
SET SESSION timestamp = 1500000000;
ALTER TABLE ddl_moment ADD COLUMN made DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP;
INSERT INTO ddl_moment VALUES (2, 2, '2020-01-01 00:00:00');
-- [comparison]
-- [rows]
SELECT a, made FROM ddl_moment ORDER BY a
1|2017-07-14 02:40:00
2|2020-01-01 00:00:00
