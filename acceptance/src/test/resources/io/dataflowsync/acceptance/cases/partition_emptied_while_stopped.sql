-- With ddl: stop partitions are emptied, dropped and taken away in parts of one table after the other
-- Use: old months go by DROP PARTITION.
-- Expected: a halt at each, since no event tells of the rows; with them deleted by hand and the statement passed all goes on.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [source]
CREATE TABLE partition_emptied_while_stopped (id INT NOT NULL PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) PARTITION BY RANGE (id) (PARTITION p1 VALUES LESS THAN (10), PARTITION p2 VALUES LESS THAN (20), PARTITION pm VALUES LESS THAN MAXVALUE);
-- [target]
CREATE TABLE partition_emptied_while_stopped (id INT NOT NULL PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO partition_emptied_while_stopped VALUES (1, 'a'), (11, 'b'), (21, 'c');
-- [stream]
ALTER TABLE partition_emptied_while_stopped TRUNCATE PARTITION p1;
INSERT INTO partition_emptied_while_stopped VALUES (2, 'a2');
-- step: halted schema-change-refused: on target: DELETE FROM partition_emptied_while_stopped WHERE v = 'a'
-- step: pass statement
-- step: await applied
ALTER TABLE partition_emptied_while_stopped DROP PARTITION p2;
INSERT INTO partition_emptied_while_stopped VALUES (12, 'b2');
-- step: halted schema-change-refused: on target: DELETE FROM partition_emptied_while_stopped WHERE v = 'b'
-- step: pass statement
-- step: await applied
UPDATE partition_emptied_while_stopped SET v = 'cc' WHERE id = 21;
-- [comparison]
-- [rows]
SELECT v FROM partition_emptied_while_stopped ORDER BY v
a2
b2
cc
