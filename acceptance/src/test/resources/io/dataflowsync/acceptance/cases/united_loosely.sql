-- In a session that is not strict one of two tables that are one on the target makes its column longer; the other one's texts are longer still, and may be NULL
-- Use: tenants with a table each; an application that never heard of strict mode. East's column was NOT NULL and shorter before, so that no value of east changes.
-- Expected: a halt: the target would cut west's texts off, and make empty texts of its NULLs, with a warning that nobody reads.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
united_loosely__east: { target: united_loosely }
united_loosely__west: { target: united_loosely }
-- [source]
CREATE TABLE united_loosely__east (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), name VARCHAR(5) NOT NULL);
CREATE TABLE united_loosely__west (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), name VARCHAR(40));
-- [target]
CREATE TABLE united_loosely (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), name VARCHAR(40)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO united_loosely__east VALUES (1, 'e1', 'short');
INSERT INTO united_loosely__west VALUES (1, 'w1', 'quite a long name'), (2, 'w2', NULL);
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE united_loosely__east MODIFY name VARCHAR(10) NOT NULL;
-- step: halted schema-change-refused: pass statement
-- step: await applied
INSERT INTO united_loosely__east VALUES (2, 'e2', 'not so long');
-- [rows]
SELECT v, name FROM united_loosely ORDER BY v
e1|short
e2|not so lon
w1|quite a long name
w2|null
