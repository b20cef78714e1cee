-- The source numbers the rows that a table without a key has: the numbers are in no event
-- Use: somebody adds the missing key as a new column.
-- Expected: a halt that says what is to be done; with that done, the source's rows. MySQL's own replication numbers the rows of the replica
-- in the order of its own, which is that of the source by luck alone.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE key_numbered_by_source (v VARCHAR(9));
CREATE TABLE key_numbered_by_source__unique (id INT PRIMARY KEY, v VARCHAR(9));
CREATE TABLE key_numbered_by_source__zero (id INT NOT NULL, v VARCHAR(9));
-- [before]
INSERT INTO key_numbered_by_source VALUES ('c'), ('a'), ('b');
INSERT INTO key_numbered_by_source__unique VALUES (2, 'b'), (1, 'a');
INSERT INTO key_numbered_by_source__zero VALUES (7, 'seven'), (0, 'zero');
-- [stream]
-- step: end dpu-service
UPDATE key_numbered_by_source SET v = 'aa' WHERE v = 'a';
ALTER TABLE key_numbered_by_source ADD COLUMN n INT NOT NULL AUTO_INCREMENT PRIMARY KEY;
UPDATE key_numbered_by_source SET v = 'cc' WHERE v = 'c';
INSERT INTO key_numbered_by_source (v) VALUES ('d');
DELETE FROM key_numbered_by_source WHERE v = 'b';
-- step: start dpu-service
-- step: halted schema-change-refused: on target: DELETE FROM key_numbered_by_source
-- step: dismiss dead letters
-- step: read again: key_numbered_by_source
ALTER TABLE key_numbered_by_source__unique ADD COLUMN n INT NOT NULL AUTO_INCREMENT, ADD UNIQUE KEY (n);
INSERT INTO key_numbered_by_source__unique (id, v) VALUES (3, 'c');
UPDATE key_numbered_by_source__unique SET v = 'bb' WHERE id = 2;
-- step: halted schema-change-refused: on target: DELETE FROM key_numbered_by_source__unique
-- step: dismiss dead letters
-- step: read again: key_numbered_by_source__unique
ALTER TABLE key_numbered_by_source__zero MODIFY id INT NOT NULL AUTO_INCREMENT PRIMARY KEY;
UPDATE key_numbered_by_source__zero SET v = '7' WHERE id = 7;
-- step: halted schema-change-refused: on target: DELETE FROM key_numbered_by_source__zero
-- step: dismiss dead letters
-- step: read again: key_numbered_by_source__zero
INSERT INTO key_numbered_by_source (v) VALUES ('e');
UPDATE key_numbered_by_source__unique SET v = 'aa' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT n, v FROM key_numbered_by_source ORDER BY n
1|cc
2|aa
4|d
5|e
SELECT n, v FROM key_numbered_by_source__unique ORDER BY n
1|aa
2|bb
3|c
SELECT COUNT(*), SUM(id > 0) FROM key_numbered_by_source__zero
2|2
