-- A session sets binlog_row_image to NOBLOB or MINIMAL
-- Use: a load script does so to keep the binlog small; the server's own setting is FULL.
-- Expected: MySQL's own replication applies such rows, with the result below. The same, but for a new row that lacks columns: what the source
-- filled in is in no event, so there is a stop before it with a code that says that the image is not whole, with the place; once it is skipped, the table is read again.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE row_image (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(10), b VARCHAR(10), x TEXT);
-- [before]
INSERT INTO row_image VALUES (1, 'a', 'b', 'text'), (2, 'c', 'd', 'text 2'), (3, 'e', 'f', 'text 3');
-- [stream]
SET SESSION binlog_row_image = 'NOBLOB';
UPDATE row_image SET a = 'a2' WHERE id = 1;
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE row_image SET a = 'c2' WHERE id = 2;
DELETE FROM row_image WHERE id = 3;
INSERT INTO row_image (id, a) VALUES (4, 'only a');
-- step: await stopped source-partial-image
-- step: skip
SET SESSION binlog_row_image = 'FULL';
-- step: read again: row_image
UPDATE row_image SET b = 'full' WHERE id IN (1, 4);
-- [rows]
SELECT a, b, x FROM row_image ORDER BY a
a2|full|text
c2|d|text 2
only a|full|null
