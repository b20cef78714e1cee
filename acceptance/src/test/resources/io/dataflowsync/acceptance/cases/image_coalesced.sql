-- An expression has something else for NULL, and a session with binlog_row_image MINIMAL changes another column
-- Use: a label for the target, column('nick name') ?? 'nobody'; a batch job saves binlog.
-- Expected: the label stays what it is; or a dead letter, image-incomplete, since a column that is not told is not NULL.
-- Basis: "What is not told is not NULL." The pipeline file and the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
image_coalesced: { columns: { label: { target: label, expression: "column('nick name') ?? 'nobody'" } } }
image_coalesced__plain: { columns: { label: { target: label, expression: "nick ?? 'nobody'" } } }
image_coalesced__empty: { columns: { label: { target: label, expression: "empty(column('nick name')) ? 'nobody' : column('nick name')" } } }
image_coalesced__choice: { columns: { label: { target: label, expression: "column('nick name') == 'ada' ? 'yes' : 'no'" } } }
-- [source]
CREATE TABLE image_coalesced (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), `nick name` VARCHAR(9));
CREATE TABLE image_coalesced__plain (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), nick VARCHAR(9));
CREATE TABLE image_coalesced__empty (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), `nick name` VARCHAR(9));
CREATE TABLE image_coalesced__choice (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), `nick name` VARCHAR(9));
-- [target]
CREATE TABLE image_coalesced (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), `nick name` VARCHAR(9), label VARCHAR(20)) AUTO_INCREMENT = 1001;
CREATE TABLE image_coalesced__plain (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), nick VARCHAR(9), label VARCHAR(20)) AUTO_INCREMENT = 2001;
CREATE TABLE image_coalesced__empty (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), `nick name` VARCHAR(9), label VARCHAR(20)) AUTO_INCREMENT = 3001;
CREATE TABLE image_coalesced__choice (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), `nick name` VARCHAR(9), label VARCHAR(20)) AUTO_INCREMENT = 4001;
-- [before]
INSERT INTO image_coalesced VALUES (1, 'a', 'ada'), (2, 'b', NULL);
INSERT INTO image_coalesced__plain VALUES (1, 'a', 'ada');
INSERT INTO image_coalesced__empty VALUES (1, 'a', 'ada');
INSERT INTO image_coalesced__choice VALUES (1, 'a', 'ada');
-- [stream]
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE image_coalesced SET v = 'a2' WHERE id = 1;
UPDATE image_coalesced__plain SET v = 'a2' WHERE id = 1;
UPDATE image_coalesced__empty SET v = 'a2' WHERE id = 1;
UPDATE image_coalesced__choice SET v = 'a2' WHERE id = 1;
SET SESSION binlog_row_image = 'FULL';
-- step: await applied
-- step: dismiss dead letters
UPDATE image_coalesced SET v = 'a3' WHERE id = 1;
UPDATE image_coalesced__plain SET v = 'a3' WHERE id = 1;
UPDATE image_coalesced__empty SET v = 'a3' WHERE id = 1;
UPDATE image_coalesced__choice SET v = 'a3' WHERE id = 1;
-- [rows]
SELECT v, label FROM image_coalesced ORDER BY v
a3|ada
b|nobody
SELECT v, label FROM image_coalesced__plain ORDER BY v
a3|ada
SELECT v, label FROM image_coalesced__empty ORDER BY v
a3|ada
SELECT v, label FROM image_coalesced__choice ORDER BY v
a3|yes
