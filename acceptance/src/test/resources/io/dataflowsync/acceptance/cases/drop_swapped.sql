-- A copied table takes the place of one that others refer to, which is dropped with the checks off
-- Use: what pt-online-schema-change does with --alter-foreign-keys-method=drop_swap.
-- Expected: the children refer to the same rows as before; or a halt that says what is to be done by hand, and the same behind it.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE drop_swapped (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE drop_swapped__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES drop_swapped (id));
-- [target]
ALTER TABLE drop_swapped AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO drop_swapped VALUES (1, 'a'), (2, 'b');
INSERT INTO drop_swapped__child VALUES (1, 1);
-- [stream]
CREATE TABLE _drop_swapped_new LIKE drop_swapped;
ALTER TABLE _drop_swapped_new ADD COLUMN w INT;
INSERT INTO _drop_swapped_new (id, v) SELECT id, v FROM drop_swapped;
SET foreign_key_checks = 0;
DROP TABLE drop_swapped;
RENAME TABLE _drop_swapped_new TO drop_swapped;
SET foreign_key_checks = 1;
INSERT INTO drop_swapped VALUES (3, 'c', 33);
INSERT INTO drop_swapped__child VALUES (2, 2), (3, 3);
-- step: halted schema-change-refused: on target: CREATE TABLE drop_swapped (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), w INT)
-- step: read again: drop_swapped
-- step: await applied
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT p.v, p.w FROM drop_swapped__child c LEFT JOIN drop_swapped p ON p.id = c.parent ORDER BY c.id
a|null
b|null
c|33
