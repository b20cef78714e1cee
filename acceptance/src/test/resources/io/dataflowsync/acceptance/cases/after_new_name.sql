-- ADD ... AFTER a name that a later part of the same ALTER gives
-- Use: a migration renames a column and adds one next to it, in one statement.
-- Expected: the source's rows, each under its own new key, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE after_new_name (id INT PRIMARY KEY AUTO_INCREMENT, i INT, z INT);
-- [before]
INSERT INTO after_new_name VALUES (1, 10, 20);
-- [stream]
ALTER TABLE after_new_name ADD COLUMN n INT AFTER j, CHANGE COLUMN i j INT;
INSERT INTO after_new_name (id, j, n, z) VALUES (2, 100, 200, 300);
-- [comparison]
-- [rows]
SELECT j, n, z FROM after_new_name ORDER BY j
10|null|20
100|200|300
