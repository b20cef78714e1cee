-- The same MINIMAL row images while the target is behind
-- Use: the rows of hours are applied in large batches, with many changes of a row in one of them.
-- Expected: the rows below, with no stop. An UPDATE changes the columns that its row event has and no others; a column that was set to NULL
-- is NULL.
-- Basis: the source's own rows; MySQL's own replication applies such rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE minimal_image_behind (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20), code VARCHAR(10) UNIQUE, n INT NOT NULL DEFAULT 5, amount DECIMAL(10,2) NOT NULL, day DATE NOT NULL, x TEXT, b BLOB NOT NULL, doc JSON, g INT AS (n + 1) STORED, changed TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), boss INT, FOREIGN KEY (boss) REFERENCES minimal_image_behind (id));
CREATE TABLE minimal_image_behind__part (id INT PRIMARY KEY AUTO_INCREMENT, p INT, also INT, v VARCHAR(10), note TEXT, FOREIGN KEY (p) REFERENCES minimal_image_behind (id) ON DELETE CASCADE, FOREIGN KEY (also) REFERENCES minimal_image_behind (id) ON DELETE SET NULL);
CREATE TABLE minimal_image_behind__pair (p INT, k VARCHAR(5), v VARCHAR(10), w TEXT, PRIMARY KEY (p, k), FOREIGN KEY (p) REFERENCES minimal_image_behind (id));
-- [target]
ALTER TABLE minimal_image_behind AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO minimal_image_behind (id, name, code, amount, day, x, b, doc, boss) VALUES (1, 'one', 'c1', 1.5, '2001-01-01', 'x1', 'b1', '{"a": 1}', NULL), (2, 'two', 'c2', 2.5, '2002-02-02', 'x2', 'b2', '{"a": 2}', 1), (3, 'three', 'c3', 3.5, '2003-03-03', NULL, 'b3', NULL, 2), (4, 'four', 'c4', 4.5, '2004-04-04', 'x4', 'b4', '{}', NULL), (5, 'five', NULL, 5.5, '2005-05-05', 'x5', 'b5', '[]', 4);
INSERT INTO minimal_image_behind__part VALUES (1, 1, 2, 'p1', 'n1'), (2, 1, 3, 'p2', 'n2'), (3, 4, NULL, 'p3', 'n3'), (4, 5, 4, 'p4', NULL);
INSERT INTO minimal_image_behind__pair VALUES (1, 'a', 'v1', 'w1'), (1, 'b', 'v2', 'w2'), (3, 'a', 'v3', 'w3');
-- [stream]
SET SESSION binlog_row_image = 'MINIMAL';
-- step: end dpu-service
UPDATE minimal_image_behind SET name = 'changed' WHERE id = 1;
UPDATE minimal_image_behind SET name = NULL, x = NULL WHERE id = 2;
UPDATE minimal_image_behind SET x = 'came', doc = '{"b": [1]}', name = 'three' WHERE id = 3;
UPDATE minimal_image_behind SET n = n + 10, day = '2011-11-11', amount = amount * 2 WHERE id IN (1, 2);
UPDATE minimal_image_behind SET b = '', doc = NULL WHERE id = 1;
BEGIN;
UPDATE minimal_image_behind SET code = NULL WHERE id = 1;
UPDATE minimal_image_behind SET code = 'c1' WHERE id = 2;
UPDATE minimal_image_behind SET code = 'c2' WHERE id = 1;
UPDATE minimal_image_behind SET name = 'twice', n = 1 WHERE id = 3;
UPDATE minimal_image_behind SET name = 'thrice', x = NULL WHERE id = 3;
COMMIT;
UPDATE minimal_image_behind SET boss = 3 WHERE id = 2;
UPDATE minimal_image_behind SET boss = NULL WHERE id = 3;
UPDATE minimal_image_behind SET boss = id WHERE id = 4;
BEGIN;
UPDATE minimal_image_behind__part SET p = 2, v = 'moved' WHERE id = 3;
UPDATE minimal_image_behind__part SET also = NULL WHERE id = 4;
UPDATE minimal_image_behind SET boss = NULL WHERE boss = 4;
DELETE FROM minimal_image_behind WHERE id = 4;
COMMIT;
UPDATE minimal_image_behind__pair SET v = NULL WHERE p = 1 AND k = 'a';
UPDATE minimal_image_behind__pair SET k = 'z' WHERE p = 1 AND k = 'b';
UPDATE minimal_image_behind__pair SET p = 2, w = 'other' WHERE p = 3;
DELETE FROM minimal_image_behind__pair WHERE p = 1 AND k = 'a';
UPDATE minimal_image_behind__part SET id = 33 WHERE id = 3;
UPDATE minimal_image_behind__part SET v = 'key', note = NULL WHERE id = 33;
UPDATE minimal_image_behind__part SET id = 44, v = 'both' WHERE id = 4;
INSERT INTO minimal_image_behind (id, name, code, n, amount, day, x, b, doc, changed, boss) VALUES (6, 'six', 'c6', 6, 6.5, '2006-06-06', 'x6', 'b6', '{}', '2006-06-06 06:06:06.123456', 6) ON DUPLICATE KEY UPDATE name = 'none';
INSERT INTO minimal_image_behind (id, name, code, n, amount, day, x, b, doc, changed, boss) VALUES (6, 'six', 'c6', 6, 6.5, '2006-06-06', 'x6', 'b6', '{}', '2006-06-06 06:06:06.123456', 6) ON DUPLICATE KEY UPDATE name = 'upserted';
BEGIN;
INSERT INTO minimal_image_behind (id, name, code, n, amount, day, x, b, doc, changed, boss) VALUES (7, 'seven', 'c7', 7, 7.5, '2007-07-07', 'x7', 'b7', '{}', '2007-07-07 07:07:07', NULL);
UPDATE minimal_image_behind SET name = 'new', x = NULL WHERE id = 7;
INSERT INTO minimal_image_behind (id, name, code, n, amount, day, x, b, doc, changed, boss) VALUES (8, 'eight', 'c8', 8, 8.5, '2008-08-08', 'x8', 'b8', '{}', '2008-08-08 08:08:08', NULL);
UPDATE minimal_image_behind SET code = 'c88' WHERE id = 8;
UPDATE minimal_image_behind SET code = 'c8' WHERE id = 7;
DELETE FROM minimal_image_behind WHERE id = 8;
COMMIT;
INSERT INTO minimal_image_behind__part VALUES (50, 7, 6, 'seven', 'n7');
DELETE FROM minimal_image_behind WHERE id = 7;
REPLACE INTO minimal_image_behind__pair (p, k, v, w) VALUES (2, 'a', 'replaced', 'w');
SET SESSION foreign_key_checks = 0;
UPDATE minimal_image_behind__part SET p = 6 WHERE id = 33;
SET SESSION foreign_key_checks = 1;
SET SESSION binlog_row_image = 'FULL';
UPDATE minimal_image_behind SET name = 'whole' WHERE id = 5;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT t.id > 1000, t.name, t.code, t.n, t.amount, t.day, t.x, CAST(t.b AS CHAR), t.doc, t.g, o.amount FROM minimal_image_behind t LEFT JOIN minimal_image_behind o ON o.id = t.boss ORDER BY t.amount
1|changed|c2|15|3.00|2011-11-11|x1||null|16|null
1|thrice|c3|1|3.50|2003-03-03|null|b3|{"b": [1]}|2|null
1|null|c1|15|5.00|2011-11-11|null|b2|{"a": 2}|16|3.50
1|whole|null|5|5.50|2005-05-05|x5|b5|[]|6|null
1|upserted|c6|6|6.50|2006-06-06|x6|b6|{}|7|6.50
SELECT t.amount, o.amount, p.v, p.note FROM minimal_image_behind__part p LEFT JOIN minimal_image_behind t ON t.id = p.p LEFT JOIN minimal_image_behind o ON o.id = p.also ORDER BY p.v
5.50|null|both|null
6.50|null|key|null
3.00|5.00|p1|n1
3.00|3.50|p2|n2
SELECT t.amount, p.k, p.v, p.w FROM minimal_image_behind__pair p LEFT JOIN minimal_image_behind t ON t.id = p.p ORDER BY p.k
5.00|a|replaced|w
3.00|z|v2|w2
