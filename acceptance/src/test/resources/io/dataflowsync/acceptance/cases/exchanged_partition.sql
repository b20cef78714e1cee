-- A table that is not captured exchanges one of its partitions with a captured one
-- Use: rows are archived at once: the partitioned archive is skipped, since it is huge, and the live table is captured.
-- Expected: a halt: rows come or go that no event tells of.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
exchanged_partition__archive: { skip: true }
-- [source]
CREATE TABLE exchanged_partition (id INT NOT NULL AUTO_INCREMENT, v VARCHAR(9), PRIMARY KEY (id));
CREATE TABLE exchanged_partition__archive (id INT NOT NULL AUTO_INCREMENT, v VARCHAR(9), PRIMARY KEY (id)) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (100), PARTITION p1 VALUES LESS THAN MAXVALUE);
-- [target]
CREATE TABLE exchanged_partition (id INT NOT NULL AUTO_INCREMENT, v VARCHAR(9), PRIMARY KEY (id)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO exchanged_partition VALUES (1, 'a'), (2, 'b');
-- [stream]
ALTER TABLE exchanged_partition__archive EXCHANGE PARTITION p0 WITH TABLE exchanged_partition;
INSERT INTO exchanged_partition VALUES (101, 'c');
-- step: halted schema-change-refused: on target: DELETE FROM exchanged_partition
-- step: pass statement
-- step: await applied
-- [comparison]
-- [rows]
SELECT v FROM exchanged_partition ORDER BY v
c
