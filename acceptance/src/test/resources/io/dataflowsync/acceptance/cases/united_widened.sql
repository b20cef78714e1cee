-- One of two tables that are one on the target gets more digits before the point; the other one has more behind it
-- Use: tenants with a table each. East's prices get larger, which changes no value of east; west has prices of four digits in the same column.
-- Expected: a halt, as where the statement changes values: it rounds those of west. Passed, the rows are as the sources have them.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
united_widened__east: { target: united_widened }
united_widened__west: { target: united_widened }
-- [source]
CREATE TABLE united_widened__east (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), price DECIMAL(6,2));
CREATE TABLE united_widened__west (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), price DECIMAL(10,4));
-- [target]
CREATE TABLE united_widened (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), price DECIMAL(12,4)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO united_widened__east VALUES (1, 'e1', 1.25);
INSERT INTO united_widened__west VALUES (1, 'w1', 1.2345);
-- [stream]
ALTER TABLE united_widened__east MODIFY price DECIMAL(8,2);
-- step: halted schema-change-refused: pass statement
-- step: await applied
INSERT INTO united_widened__east VALUES (2, 'e2', 123456.75);
UPDATE united_widened__west SET v = 'w1!' WHERE id = 1;
-- [rows]
SELECT v, TRIM(TRAILING '0' FROM CAST(price AS CHAR)) FROM united_widened ORDER BY v
e1|1.25
e2|123456.75
w1!|1.2345
