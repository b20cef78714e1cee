-- Tables that are one on the target get a column one after the other, and its default was changed in between; or the target has it as its own
-- Use: a migration runs in one tenant's table, the default is corrected there, and then it runs in the next tenant's table with the corrected default. And the target's own application keeps a score in a column whose name both tables get.
-- Expected: a halt at the second ADD: the rows of the second table have the first default, or the target's own values, and the source's have another one.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
united_default__east: { target: united_default }
united_default__west: { target: united_default }
united_default__red: { target: united_default__own }
united_default__blue: { target: united_default__own }
-- [source]
CREATE TABLE united_default__east (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE united_default__west (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE united_default__red (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE united_default__blue (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
CREATE TABLE united_default (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE united_default__own (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), score INT) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO united_default__east VALUES (1, 'e1'), (2, 'e2');
INSERT INTO united_default__west VALUES (1, 'w1'), (2, 'w2');
INSERT INTO united_default__red VALUES (1, 'r1');
INSERT INTO united_default__blue VALUES (1, 'b1');
-- [stream]
ALTER TABLE united_default__east ADD COLUMN m INT NOT NULL DEFAULT 5;
ALTER TABLE united_default__east ALTER COLUMN m SET DEFAULT 7;
INSERT INTO united_default__east (id, v) VALUES (3, 'e3');
-- step: await applied
ALTER TABLE united_default__west ADD COLUMN m INT NOT NULL DEFAULT 7;
INSERT INTO united_default__west (id, v) VALUES (3, 'w3');
-- step: halted schema-change-refused: on target: UPDATE united_default SET m = 7 WHERE v LIKE 'w%'
-- step: pass statement
-- step: await applied
-- step: on target: UPDATE united_default__own SET score = 99
ALTER TABLE united_default__red ADD COLUMN score INT;
INSERT INTO united_default__red VALUES (2, 'r2', 2);
-- step: halted schema-change-refused: on target: UPDATE united_default__own SET score = NULL WHERE v LIKE 'r%'
-- step: pass statement
-- step: await applied
-- [rows]
SELECT v, m FROM united_default ORDER BY v
e1|5
e2|5
e3|7
w1|7
w2|7
w3|7
SELECT v, score FROM united_default__own WHERE v LIKE 'r%' ORDER BY v
r1|null
r2|2
