-- A MEMORY table after a restart of the source
-- Use: sessions or caches in a MEMORY table. After a restart it is empty, and with its first use the server writes
-- DELETE FROM `schema`.`table` to the binlog, as a statement, by itself, whatever binlog_format is.
-- Expected: the rows that came from the source are deleted at the target, as with TRUNCATE, and nothing stops. A stop would come with
-- every restart, and its remedy (binlog_format = ROW in the session) does not fit: no session ran the statement.
-- Basis: run with MySQL's own replication, 5.7 to 8.0, with a restart of the source.
-- Settings: none
-- Pipeline: in turn
-- [source]
CREATE TABLE memory_table (id INT PRIMARY KEY AUTO_INCREMENT, v INT) ENGINE = MEMORY;
CREATE TABLE memory_table__other (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [target]
CREATE TABLE memory_table (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
CREATE TABLE memory_table__other (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO memory_table VALUES (1, 1), (2, 2);
INSERT INTO memory_table__other VALUES (1, 1);
-- [stream]
INSERT INTO memory_table VALUES (3, 3);
-- step: await applied
-- step: restart source
INSERT INTO memory_table__other VALUES (2, 2);
INSERT INTO memory_table VALUES (4, 4);
UPDATE memory_table__other SET v = 3 WHERE id = 2;
-- [rows]
SELECT v FROM memory_table
4
SELECT v FROM memory_table__other ORDER BY v
1
3
