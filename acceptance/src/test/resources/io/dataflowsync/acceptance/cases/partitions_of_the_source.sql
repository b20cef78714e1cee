-- A partitioned table: rows move between partitions, partitions are reorganised, dropped by another way to part, and emptied
-- Use: a log by days. The target has no partitions.
-- Expected: what moves no rows is left out; at TRUNCATE PARTITION a halt, and with its rows deleted by hand all goes on.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE partitions_of_the_source (id INT NOT NULL AUTO_INCREMENT, day DATE NOT NULL, v VARCHAR(9), PRIMARY KEY (id, day)) PARTITION BY RANGE (TO_DAYS(day)) (PARTITION p1 VALUES LESS THAN (TO_DAYS('2021-01-01')), PARTITION p2 VALUES LESS THAN (TO_DAYS('2022-01-01')), PARTITION pmax VALUES LESS THAN MAXVALUE);
-- [target]
CREATE TABLE partitions_of_the_source (id INT NOT NULL AUTO_INCREMENT, day DATE NOT NULL, v VARCHAR(9), PRIMARY KEY (id, day));
-- [before]
INSERT INTO partitions_of_the_source VALUES (1, '2020-05-05', 'a'), (2, '2021-05-05', 'b'), (3, '2022-05-05', 'c');
-- [stream]
UPDATE partitions_of_the_source SET day = '2021-06-06' WHERE id = 1;
ALTER TABLE partitions_of_the_source REORGANIZE PARTITION pmax INTO (PARTITION p3 VALUES LESS THAN (TO_DAYS('2023-01-01')), PARTITION p4 VALUES LESS THAN MAXVALUE);
ALTER TABLE partitions_of_the_source ADD COLUMN w INT NOT NULL DEFAULT 3 AFTER id, DROP PRIMARY KEY, ADD PRIMARY KEY (day, id), ADD KEY (id);
INSERT INTO partitions_of_the_source VALUES (4, 4, '2023-05-05', 'd');
ALTER TABLE partitions_of_the_source REBUILD PARTITION p3, p4;
ALTER TABLE partitions_of_the_source OPTIMIZE PARTITION p4;
ALTER TABLE partitions_of_the_source TRUNCATE PARTITION p2;
INSERT INTO partitions_of_the_source VALUES (5, 5, '2021-07-07', 'e');
-- step: halted schema-change-refused: on target: DELETE FROM partitions_of_the_source WHERE day >= '2021-01-01' AND day < '2022-01-01'
-- step: pass statement
-- step: await applied
ALTER TABLE partitions_of_the_source REMOVE PARTITIONING;
ALTER TABLE partitions_of_the_source PARTITION BY HASH (id) PARTITIONS 4;
ALTER TABLE partitions_of_the_source COALESCE PARTITION 2;
ALTER TABLE partitions_of_the_source ADD COLUMN x INT FIRST;
UPDATE partitions_of_the_source SET v = 'cc', x = 1 WHERE id = 3;
ALTER TABLE partitions_of_the_source TRUNCATE PARTITION ALL;
INSERT INTO partitions_of_the_source VALUES (1, 6, 6, '2020-01-01', 'f');
-- step: halted schema-change-refused: on target: DELETE FROM partitions_of_the_source
-- step: pass statement
-- step: await applied
-- [comparison]
-- [rows]
SELECT x, w, day, v FROM partitions_of_the_source ORDER BY v
1|6|2020-01-01|f
