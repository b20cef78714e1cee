-- A partition is dropped while a new row of it is a dead letter; the statement is passed, and the letter is replayed later
-- Use: old months are dropped by partition every night; a text of the month did not fit the target.
-- Expected: a halt before the statement until the letter is replayed; then the source's rows.
-- Basis: the source's rows, which MySQL's own replication has too.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE dropped_partition_letter (id INT NOT NULL AUTO_INCREMENT, part INT, v VARCHAR(20), PRIMARY KEY (id)) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (100), PARTITION p1 VALUES LESS THAN MAXVALUE);
-- [target]
CREATE TABLE dropped_partition_letter (id INT NOT NULL AUTO_INCREMENT, part INT, v VARCHAR(5), PRIMARY KEY (id)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO dropped_partition_letter VALUES (1, 0, 'a'), (101, 1, 'b');
-- [stream]
INSERT INTO dropped_partition_letter VALUES (2, 0, 'much too long');
ALTER TABLE dropped_partition_letter DROP PARTITION p0;
INSERT INTO dropped_partition_letter VALUES (102, 1, 'c');
-- step: halted letters-first: on target: ALTER TABLE dropped_partition_letter MODIFY v VARCHAR(20)
-- step: replay dead letters
-- step: halted schema-change-refused: on target: DELETE FROM dropped_partition_letter WHERE part = 0
-- step: pass statement
-- [comparison]
-- [rows]
SELECT v FROM dropped_partition_letter ORDER BY v
b
c
