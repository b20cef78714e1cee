-- MINIMAL and NOBLOB row images of changed keys that columns and documents refer to without a constraint
-- Use: customers are renumbered by a tool that sets binlog_row_image.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [pipeline]
soft_keys_minimal__pet: { references: { o: soft_keys_minimal__owner } }
soft_keys_minimal__cart: { references: { doc: { path: "$.who", table: soft_keys_minimal__owner } } }
-- [both]
CREATE TABLE soft_keys_minimal__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9), b BLOB, at TIMESTAMP NULL);
CREATE TABLE soft_keys_minimal__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9));
CREATE TABLE soft_keys_minimal__cart (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON, w VARCHAR(9));
-- [target]
ALTER TABLE soft_keys_minimal__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO soft_keys_minimal__owner (id, n) VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO soft_keys_minimal__pet VALUES (1, 1, 'p1'), (2, 2, 'p2'), (3, 3, 'p3');
INSERT INTO soft_keys_minimal__cart VALUES (1, '{"who": 1, "x": [1, {"who": 1}]}', 'c1'), (2, '{"who": "2"}', 'c2'), (3, '{"who": 7}', 'c3');
-- [stream]
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE soft_keys_minimal__owner SET id = 7 WHERE id = 1;
UPDATE soft_keys_minimal__owner SET n = 'a7', b = 'x' WHERE id = 7;
SET SESSION binlog_row_image = 'NOBLOB';
UPDATE soft_keys_minimal__owner SET id = 1, n = 'b1' WHERE id = 2;
UPDATE soft_keys_minimal__pet SET o = 7, id = 30 WHERE id = 3;
UPDATE soft_keys_minimal__cart SET doc = JSON_SET(doc, '$.who', 7) WHERE id = 2;
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE soft_keys_minimal__pet SET w = 'p30' WHERE id = 30;
DELETE FROM soft_keys_minimal__owner WHERE id = 3;
UPDATE soft_keys_minimal__owner SET id = 3 WHERE id = 1;
SET SESSION binlog_row_image = 'FULL';
INSERT INTO soft_keys_minimal__pet VALUES (4, 3, 'p4'), (5, 1, 'p5');
-- [comparison]
-- [rows]
SELECT p.w, o.n, o.b IS NULL FROM soft_keys_minimal__pet p LEFT JOIN soft_keys_minimal__owner o ON o.id = p.o ORDER BY p.w
p1|null|1
p2|null|1
p30|a7|0
p4|b1|1
p5|null|1
SELECT c.w, o.n FROM soft_keys_minimal__cart c LEFT JOIN soft_keys_minimal__owner o ON o.id = JSON_UNQUOTE(c.doc->'$.who') ORDER BY c.w
c1|null
c2|a7
c3|a7
