-- Small row images: the key alone, a table without a key, a changed key
-- Use: binlog_row_image = MINIMAL in the sessions of a load script.
-- Expected: MySQL's own replication applies such rows, with the result below. The same; a stop with a code, the place, and a skip that works
-- for a new row that lacks columns, and for a table without a primary key of which the source writes another key alone. Of one without any
-- key the source writes whole rows.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE images_of_all_kinds (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(9) DEFAULT 'd', b VARCHAR(9));
CREATE TABLE images_of_all_kinds__no_key (a INT, v VARCHAR(9));
CREATE TABLE images_of_all_kinds__unique (a INT NOT NULL UNIQUE, v VARCHAR(9), w VARCHAR(9));
-- [before]
INSERT INTO images_of_all_kinds VALUES (1, 'a1', 'b1'), (2, 'a2', 'b2');
INSERT INTO images_of_all_kinds__no_key VALUES (1, 'x'), (2, 'y'), (3, 'z');
INSERT INTO images_of_all_kinds__unique VALUES (1, 'x', 'w1'), (2, 'y', 'w2');
-- [stream]
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE images_of_all_kinds SET id = 9 WHERE id = 1;
DELETE FROM images_of_all_kinds WHERE id = 2;
UPDATE images_of_all_kinds__no_key SET v = 'xx' WHERE a = 1;
DELETE FROM images_of_all_kinds__no_key WHERE a = 3;
UPDATE images_of_all_kinds__unique SET v = 'xx' WHERE a = 1;
-- step: await stopped source-partial-image
-- step: on target: UPDATE images_of_all_kinds__unique SET v = 'xx' WHERE a = 1
-- step: skip
DELETE FROM images_of_all_kinds__unique WHERE a = 2;
-- step: await stopped source-partial-image
-- step: on target: DELETE FROM images_of_all_kinds__unique WHERE a = 2
-- step: skip
INSERT INTO images_of_all_kinds (b) VALUES ('b10');
-- step: await stopped source-partial-image
-- step: on target: INSERT INTO images_of_all_kinds (b) VALUES ('b10')
-- step: skip
-- [rows]
SELECT a, b FROM images_of_all_kinds ORDER BY a
a1|b1
d|b10
SELECT a, v FROM images_of_all_kinds__no_key ORDER BY a
1|xx
2|y
SELECT a, v, w FROM images_of_all_kinds__unique ORDER BY a
1|xx|w1
