-- With ddl: stop one of two tables that are one on the target drops a column, and gets one of that name again
-- Use: tenants with a table each; in one of them a column is given up, and comes back a release later with a default.
-- Expected: a halt at the ADD, as where the table is alone on the target: its rows there have the values of the earlier column.
-- Basis: the source's rows.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [pipeline]
united_left_there__east: { target: united_left_there }
united_left_there__west: { target: united_left_there }
-- [source]
CREATE TABLE united_left_there__east (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state INT);
CREATE TABLE united_left_there__west (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state INT);
-- [target]
CREATE TABLE united_left_there (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state INT) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO united_left_there__east VALUES (1, 'e1', 7), (2, 'e2', 8);
INSERT INTO united_left_there__west VALUES (1, 'w1', 9);
-- [stream]
ALTER TABLE united_left_there__east DROP COLUMN state;
ALTER TABLE united_left_there__east ADD COLUMN state INT NOT NULL DEFAULT 1;
INSERT INTO united_left_there__east VALUES (3, 'e3', 3);
-- step: halted schema-change-refused: on target: UPDATE united_left_there SET state = 1 WHERE v LIKE 'e%'
-- step: pass statement
-- step: await applied
UPDATE united_left_there__west SET state = 10;
-- [rows]
SELECT v, state FROM united_left_there ORDER BY v
e1|1
e2|1
e3|3
w1|10
