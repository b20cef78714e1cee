-- Small row images of tables whose mapping needs what they lack: a filter, an expression, a column that says what another refers to
-- Use: the pipeline file says more of a table than names; a load script sets binlog_row_image to MINIMAL.
-- Expected: where all that is needed is there, it is applied; else the event is a dead letter with a code. The table is read again, and
-- comes out.
-- Basis: by reasoning.
-- Settings: none
-- Pipeline: its own
-- [pipeline]
image_lacks_needed: { filter: "n > 0" }
image_lacks_needed__sum: { columns: { both: { expression: "a + b" } } }
image_lacks_needed__told: { references: { subject: { by: kind, tables: { P: image_lacks_needed__sum } } } }
-- [source]
CREATE TABLE image_lacks_needed (id INT PRIMARY KEY AUTO_INCREMENT, n INT, v VARCHAR(9));
CREATE TABLE image_lacks_needed__sum (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT, c VARCHAR(9));
CREATE TABLE image_lacks_needed__told (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(5), subject INT, v VARCHAR(9));
-- [target]
CREATE TABLE image_lacks_needed (id INT PRIMARY KEY AUTO_INCREMENT, n INT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE image_lacks_needed__sum (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT, c VARCHAR(9), `both` INT) AUTO_INCREMENT = 1001;
CREATE TABLE image_lacks_needed__told (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(5), subject INT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO image_lacks_needed VALUES (1, 1, 'a'), (2, 0, 'b'), (3, 3, 'c'), (4, 4, 'd');
INSERT INTO image_lacks_needed__sum VALUES (1, 1, 10, 'c1'), (2, 2, 20, 'c2');
INSERT INTO image_lacks_needed__told VALUES (1, 'P', 1, 'v1'), (2, 'X', 7, 'v2'), (3, 'P', 2, 'v3');
-- [stream]
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE image_lacks_needed SET v = 'aa' WHERE id = 1;
UPDATE image_lacks_needed SET n = 2 WHERE id = 2;
DELETE FROM image_lacks_needed WHERE id = 4;
UPDATE image_lacks_needed__sum SET a = 5, b = 50 WHERE id = 1;
UPDATE image_lacks_needed__sum SET a = 6 WHERE id = 2;
UPDATE image_lacks_needed__told SET kind = 'P', subject = 2 WHERE id = 2;
UPDATE image_lacks_needed__told SET v = 'kept' WHERE id = 1;
UPDATE image_lacks_needed__told SET kind = 'X' WHERE id = 3;
SET SESSION binlog_row_image = 'FULL';
-- step: dismiss dead letters
-- step: read again: image_lacks_needed
-- step: read again: image_lacks_needed__sum
-- step: read again: image_lacks_needed__told
-- step: await applied
-- [or said]
image-incomplete
-- [rows]
SELECT id > 1000, n, v FROM image_lacks_needed ORDER BY n
1|1|aa
1|2|b
1|3|c
SELECT a, b, c, `both` FROM image_lacks_needed__sum ORDER BY a
5|50|c1|55
6|20|c2|26
SELECT t.kind, s.a, IF(s.id IS NULL, t.subject, 0), t.v FROM image_lacks_needed__told t LEFT JOIN image_lacks_needed__sum s ON s.id = t.subject AND t.kind = 'P' ORDER BY t.id
P|5|0|kept
P|6|0|v2
X|null|2|v3
