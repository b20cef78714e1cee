-- Two tables are one on the target: the one is dropped and made again, or renamed; both are dropped
-- Use: tenants with a table each are one table on the target; one of them is restored from a dump, one is put aside.
-- Expected: a halt that names the other table, whose rows stay. What its text says leads on.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
merged_dropped__north: { target: merged_dropped }
merged_dropped__south: { target: merged_dropped }
merged_dropped__now: { target: merged_dropped__all }
merged_dropped__then: { target: merged_dropped__all }
merged_dropped__left: { target: merged_dropped__gone }
merged_dropped__right: { target: merged_dropped__gone }
-- [source]
CREATE TABLE merged_dropped__north (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE merged_dropped__south (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE merged_dropped__now (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE merged_dropped__then (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE merged_dropped__left (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE merged_dropped__right (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
CREATE TABLE merged_dropped (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE merged_dropped__all (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE merged_dropped__gone (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO merged_dropped__north VALUES (1, 'n1'), (2, 'n2');
INSERT INTO merged_dropped__south VALUES (1, 's1'), (2, 's2');
INSERT INTO merged_dropped__now VALUES (1, 'a1'), (2, 'a2');
INSERT INTO merged_dropped__then VALUES (1, 'b1'), (2, 'b2');
INSERT INTO merged_dropped__left VALUES (1, 'l1');
INSERT INTO merged_dropped__right VALUES (1, 'r1');
-- [stream]
DROP TABLE IF EXISTS merged_dropped__north;
CREATE TABLE merged_dropped__north (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
INSERT INTO merged_dropped__north VALUES (1, 'n1'), (3, 'n3');
-- step: halted schema-change-refused: on target: DELETE FROM merged_dropped WHERE v LIKE 'n%'
-- step: pass statement
-- step: await applied
RENAME TABLE merged_dropped__now TO merged_dropped__2023;
CREATE TABLE merged_dropped__now LIKE merged_dropped__2023;
INSERT INTO merged_dropped__now VALUES (3, 'a3');
-- step: halted schema-change-refused: on target: DELETE FROM merged_dropped__all WHERE v LIKE 'a%'
-- step: on target: CREATE TABLE merged_dropped__2023 (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 5001
-- step: pass statement
-- step: await applied
-- step: read again: merged_dropped__2023
-- step: await applied
UPDATE merged_dropped__2023 SET v = 'a1x' WHERE id = 1;
DROP TABLE merged_dropped__left, merged_dropped__right;
INSERT INTO merged_dropped__north VALUES (4, 'n4');
-- step: halted schema-change-refused: on target: DROP TABLE merged_dropped__gone
-- step: pass statement
-- step: halted schema-change-refused: pass statement
-- step: await applied
-- [comparison]
-- [rows]
SELECT v FROM merged_dropped ORDER BY v
n1
n3
n4
s1
s2
SELECT v FROM merged_dropped__all ORDER BY v
a3
b1
b2
SELECT v FROM merged_dropped__2023 ORDER BY v
a1x
a2
SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'merged_dropped__gone'
0
