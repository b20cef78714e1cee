-- One of two tables that are one on the target gives a column another name
-- Use: a migration renames a column in one tenant's table, and in the next one's a day later.
-- Expected: a halt at the CHANGE, since the column is the other table's, too, and its rows have their values in it. (Today the target's column is renamed for both; the rows of the other table halt the lane with target-misfit, whose remedy, "add it", leaves them with NULL.)
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
united_renamed__east: { target: united_renamed }
united_renamed__west: { target: united_renamed }
-- [source]
CREATE TABLE united_renamed__east (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n INT);
CREATE TABLE united_renamed__west (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n INT);
-- [target]
CREATE TABLE united_renamed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n INT) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO united_renamed__east VALUES (1, 'e1', 1), (2, 'e2', 2);
INSERT INTO united_renamed__west VALUES (1, 'w1', 3), (2, 'w2', 4);
-- [stream]
ALTER TABLE united_renamed__east CHANGE n m INT;
INSERT INTO united_renamed__east VALUES (3, 'e3', 5);
UPDATE united_renamed__west SET n = 30 WHERE id = 1;
-- step: halted schema-change-refused: on target: ALTER TABLE united_renamed ADD COLUMN m INT
-- step: on target: UPDATE united_renamed SET m = n, n = NULL WHERE v LIKE 'e%'
-- step: pass statement
-- step: await applied
-- [rows]
SELECT v, n, m FROM united_renamed ORDER BY v
e1|null|1
e2|null|2
e3|null|5
w1|30|null
w2|4|null
