-- A CREATE TABLE that the engine's parser cannot read is run by hand on the target and skipped
-- Use: a table named groups, a word that 8.0 reserves and 5.7 does not; then rows in it.
-- Expected: the capture goes on after the skip, and the rows of the new table come too.
-- Basis: by reasoning: the source's rows. MySQL's own replication stops at this statement, because 8.0 cannot read it unquoted.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE skipped_create (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO skipped_create VALUES (1, 1);
-- [stream]
CREATE TABLE groups (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20));
INSERT INTO groups VALUES (1, 'a');
-- step: if stopped source-unreadable: on target: CREATE TABLE `groups` (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20))
-- step: if stopped source-unreadable: skip
-- step: if halted schema-change-refused: on target: CREATE TABLE `groups` (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20))
INSERT INTO groups VALUES (2, 'b');
INSERT INTO skipped_create VALUES (2, 2);
-- [comparison]
-- [rows]
SELECT name FROM `groups` ORDER BY name
a
b
SELECT v FROM skipped_create ORDER BY v
1
2
