-- References across two captured schemas, and a table that moves between them
-- Use: a shop and its customer relations in two schemas, one target.
-- Expected: the children refer to their parents; the moved table has all its rows, under the target's one schema.
-- Basis: by reasoning.
-- Settings: ddl: apply
-- Pipeline: its own
-- Schemas: two_schemas_more
-- [source]
CREATE TABLE two_schemas (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE two_schemas_more.two_schemas__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES twoschemas.two_schemas (id));
CREATE TABLE two_schemas__moving (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
CREATE TABLE two_schemas (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE two_schemas__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES two_schemas (id));
CREATE TABLE two_schemas__moving (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
ALTER TABLE two_schemas AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO two_schemas VALUES (1, 'a'), (2, 'b');
INSERT INTO two_schemas_more.two_schemas__child VALUES (1, 1);
INSERT INTO two_schemas__moving VALUES (1, 'm1');
-- [stream]
INSERT INTO two_schemas_more.two_schemas__child VALUES (2, 2);
USE two_schemas_more;
ALTER TABLE two_schemas__child ADD COLUMN w INT AFTER id;
INSERT INTO two_schemas__child VALUES (3, 33, 1);
RENAME TABLE twoschemas.two_schemas__moving TO two_schemas__moved;
INSERT INTO two_schemas__moved VALUES (2, 'm2');
UPDATE two_schemas__moved SET v = 'm1b' WHERE id = 1;
-- [rows]
SELECT c.w, p.v, p.id > 1000 FROM two_schemas__child c LEFT JOIN two_schemas p ON p.id = c.parent ORDER BY p.v, c.w
null|a|1
33|a|1
null|b|1
SELECT v FROM two_schemas__moved ORDER BY v
m1b
m2
