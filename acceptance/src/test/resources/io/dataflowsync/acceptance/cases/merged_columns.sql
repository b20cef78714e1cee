-- Two tables are one on the target, and both get, change and lose columns, one after the other
-- Use: a migration runs in one tenant's table after the other.
-- Expected: a column stays as long as one of them has it; a halt where rows have in it what the other's rows do not get.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
merged_columns__east: { target: merged_columns }
merged_columns__west: { target: merged_columns }
-- [source]
CREATE TABLE merged_columns__east (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n INT, price DECIMAL(6,2));
CREATE TABLE merged_columns__west (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n INT, price DECIMAL(6,2));
-- [target]
CREATE TABLE merged_columns (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n INT, price DECIMAL(6,2)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO merged_columns__east VALUES (1, 'e1', 1, 1.50), (2, 'e2', 2, -2.50);
INSERT INTO merged_columns__west VALUES (1, 'w1', 3, 3.50), (2, 'w2', 4, 4.50);
-- [stream]
ALTER TABLE merged_columns__east ADD COLUMN m INT NOT NULL DEFAULT 5, ADD COLUMN t VARCHAR(9);
UPDATE merged_columns__east SET m = 7, t = 'x' WHERE id = 1;
ALTER TABLE merged_columns__west ADD COLUMN m INT NOT NULL DEFAULT 5, ADD COLUMN t VARCHAR(9);
UPDATE merged_columns__west SET m = 8 WHERE id = 2;
-- step: halted schema-change-refused: on target: UPDATE merged_columns SET m = 5, t = NULL WHERE v LIKE 'w%'
-- step: pass statement
-- step: await applied
ALTER TABLE merged_columns__east DROP COLUMN t;
UPDATE merged_columns__west SET t = 'y' WHERE id = 1;
ALTER TABLE merged_columns__east DROP COLUMN n, ADD COLUMN n INT NOT NULL DEFAULT 0;
UPDATE merged_columns__east SET n = 7 WHERE id = 1;
-- step: halted schema-change-refused: on target: UPDATE merged_columns SET n = 0 WHERE v LIKE 'e%'
-- step: pass statement
-- step: await applied
ALTER TABLE merged_columns__east ADD COLUMN d INT DEFAULT 1;
ALTER TABLE merged_columns__west ADD COLUMN d INT DEFAULT 2;
-- step: halted schema-change-refused: on target: UPDATE merged_columns SET d = 2 WHERE v LIKE 'w%'
-- step: pass statement
-- step: await applied
SET SESSION sql_mode = '';
ALTER TABLE merged_columns__east MODIFY price DECIMAL(6,2) UNSIGNED;
SET SESSION sql_mode = DEFAULT;
INSERT INTO merged_columns__east (id, v, price) VALUES (3, 'e3', 3);
-- step: halted schema-change-refused: on target: UPDATE merged_columns SET price = 0 WHERE v LIKE 'e%' AND price < 0
-- step: pass statement
-- step: await applied
ALTER TABLE merged_columns__west DROP COLUMN t;
INSERT INTO merged_columns__west (id, v, price) VALUES (3, 'w3', 5.50);
-- [comparison]
-- [rows]
SELECT v, n, m, d, price FROM merged_columns ORDER BY v
e1|7|7|1|1.50
e2|0|5|1|0.00
e3|0|5|1|3.00
w1|3|5|2|3.50
w2|4|8|2|4.50
w3|null|5|2|5.50
SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'merged_columns' AND column_name = 't'
0
