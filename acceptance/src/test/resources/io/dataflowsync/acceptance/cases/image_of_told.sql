-- NOBLOB and MINIMAL row images of references that another column tells, of JSON, and of filtered rows
-- Use: a driver that sets binlog_row_image writes comments and carts.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [pipeline]
image_of_told__note: { references: { about: { by: kind, tables: { o: image_of_told__owner, p: image_of_told__pet } }, doc: { path: "$.owner", table: image_of_told__owner } } }
image_of_told__pet: { filter: "id < 100 and state != 'gone'" }
-- [both]
CREATE TABLE image_of_told__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE image_of_told__pet (id INT PRIMARY KEY AUTO_INCREMENT, state VARCHAR(9), v VARCHAR(9));
CREATE TABLE image_of_told__note (id INT PRIMARY KEY AUTO_INCREMENT, kind CHAR(1), about INT, doc JSON, w VARCHAR(9));
-- [target]
ALTER TABLE image_of_told__owner AUTO_INCREMENT = 1001;
ALTER TABLE image_of_told__pet AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO image_of_told__owner VALUES (1, 'o1'), (2, 'o2');
INSERT INTO image_of_told__pet VALUES (1, 'in', 'p1'), (2, 'in', 'p2'), (3, 'gone', 'p3');
INSERT INTO image_of_told__note VALUES (1, 'o', 1, '{"owner": 1}', 'n1'), (2, 'p', 1, '{"owner": 2}', 'n2'), (3, 'p', 2, NULL, 'n3');
-- [stream]
SET SESSION binlog_row_image = 'NOBLOB';
UPDATE image_of_told__note SET kind = 'p' WHERE id = 1;
UPDATE image_of_told__note SET kind = 'o', about = 2, doc = '{"owner": 1, "x": 1.50}' WHERE id = 2;
UPDATE image_of_told__note SET id = 33, w = 'moved' WHERE id = 3;
UPDATE image_of_told__pet SET state = 'in', v = 'p3x' WHERE id = 3;
UPDATE image_of_told__pet SET state = 'gone' WHERE id = 2;
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE image_of_told__note SET kind = 'p', about = 1 WHERE id = 2;
UPDATE image_of_told__note SET w = 'w1' WHERE id = 1;
UPDATE image_of_told__note SET doc = JSON_SET(doc, '$.owner', 2) WHERE id = 2;
SET SESSION binlog_row_image = 'FULL';
-- [rows]
SELECT t.w, t.kind, o.n, p.v, d.n, t.doc IS NULL FROM image_of_told__note t LEFT JOIN image_of_told__owner o ON t.kind = 'o' AND o.id = t.about LEFT JOIN image_of_told__pet p ON t.kind = 'p' AND p.id = t.about AND p.state = 'in' LEFT JOIN image_of_told__owner d ON d.id = t.doc->'$.owner' ORDER BY t.w
moved|p|null|null|null|1
n2|p|null|p1|o2|0
w1|p|null|p1|o1|0
SELECT v, state FROM image_of_told__pet WHERE state = 'in' ORDER BY v
p1|in
p3x|in
