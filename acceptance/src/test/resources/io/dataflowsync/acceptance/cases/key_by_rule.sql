-- A key that is a reference by the pipeline file alone, and others refer to it; keys on both sides change, MINIMAL too
-- Use: details share the key of their customer, and no constraint says so.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [pipeline]
key_by_rule__detail: { references: { id: key_by_rule } }
-- [both]
CREATE TABLE key_by_rule (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE key_by_rule__detail (id INT PRIMARY KEY, x VARCHAR(9));
CREATE TABLE key_by_rule__of (id INT PRIMARY KEY AUTO_INCREMENT, d INT, w VARCHAR(9), CONSTRAINT ckb_fk FOREIGN KEY (d) REFERENCES key_by_rule__detail (id) ON DELETE CASCADE ON UPDATE CASCADE);
-- [target]
ALTER TABLE key_by_rule AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO key_by_rule VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO key_by_rule__detail VALUES (1, 'd1'), (2, 'd2');
INSERT INTO key_by_rule__of VALUES (1, 1, 'o1'), (2, 2, 'o2');
-- [stream]
UPDATE key_by_rule SET id = 9 WHERE id = 1;
UPDATE key_by_rule__detail SET id = 3, x = 'd3' WHERE id = 2;
INSERT INTO key_by_rule__of VALUES (3, 3, 'o3');
INSERT INTO key_by_rule VALUES (1, 'a again');
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE key_by_rule__detail SET id = 9 WHERE id = 1;
UPDATE key_by_rule__of SET w = 'o1x' WHERE d = 9;
DELETE FROM key_by_rule__detail WHERE id = 3;
SET SESSION binlog_row_image = 'FULL';
INSERT INTO key_by_rule__detail VALUES (1, 'd1 again');
INSERT INTO key_by_rule__of VALUES (4, 1, 'o4');
-- [comparison]
-- [rows]
SELECT o.w, d.x, p.n FROM key_by_rule__of o LEFT JOIN key_by_rule__detail d ON d.id = o.d LEFT JOIN key_by_rule p ON p.id = d.id ORDER BY o.w
o1x|d1|a
o4|d1 again|a again
SELECT d.x, p.n FROM key_by_rule__detail d LEFT JOIN key_by_rule p ON p.id = d.id ORDER BY d.x
d1|a
d1 again|a again
