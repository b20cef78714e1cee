-- A column outside of the include list gets the name of one that is in it; or that one gets another name, and a new column gets its
-- Use: include says which columns leave the source; a migration fills price_new and swaps the names, or puts price aside.
-- Expected: a halt: rows of before have the values of another column, in no event.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
included_by_name: { include: [id, v, price] }
included_by_name__again: { include: [id, v, price] }
-- [source]
CREATE TABLE included_by_name (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), price INT, price_new INT);
CREATE TABLE included_by_name__again (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), price INT);
CREATE TABLE included_by_name__own (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
CREATE TABLE included_by_name (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), price INT);
CREATE TABLE included_by_name__again (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), price INT);
CREATE TABLE included_by_name__own (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), more VARCHAR(9) DEFAULT 'none');
-- [both]
CREATE TABLE included_by_name__made (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [before]
INSERT INTO included_by_name VALUES (1, 'a', 10, 1000), (2, 'b', 20, 2000);
INSERT INTO included_by_name__again VALUES (1, 'a', 10), (2, 'b', 20);
INSERT INTO included_by_name__made VALUES (1, 'a');
INSERT INTO included_by_name__own VALUES (1, 'a');
-- [stream]
ALTER TABLE included_by_name CHANGE price price_old INT, CHANGE price_new price INT;
INSERT INTO included_by_name VALUES (3, 'c', 30, 3000);
-- step: halted schema-change-refused: on target: DELETE FROM included_by_name
-- step: dismiss dead letters
-- step: read again: included_by_name
ALTER TABLE included_by_name__again CHANGE price price_old INT;
ALTER TABLE included_by_name__again ADD COLUMN price INT NOT NULL DEFAULT 0;
INSERT INTO included_by_name__again VALUES (3, 'c', 30, 3000);
-- step: halted schema-change-refused: on target: ALTER TABLE included_by_name__again DROP COLUMN price
-- step: await applied
-- step: on target: ALTER TABLE included_by_name__made ADD COLUMN n INT DEFAULT 4, ADD COLUMN w VARCHAR(9)
ALTER TABLE included_by_name__made ADD COLUMN n INT DEFAULT 4, ADD COLUMN w VARCHAR(9);
UPDATE included_by_name__made SET w = 'x';
ALTER TABLE included_by_name__own ADD COLUMN more VARCHAR(9) NULL FIRST;
INSERT INTO included_by_name__own VALUES ('x', 2, 'b'), (NULL, 3, 'c');
-- step: halted schema-change-refused: on target: UPDATE included_by_name__own SET more = NULL
-- [comparison]
-- [rows]
SELECT v, price FROM included_by_name ORDER BY v
a|1000
b|2000
c|3000
SELECT v, price FROM included_by_name__again ORDER BY v
a|0
b|0
c|3000
SELECT v, n, w FROM included_by_name__made ORDER BY v
a|4|x
SELECT v, more FROM included_by_name__own ORDER BY v
a|null
b|x
c|null
