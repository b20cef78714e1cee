-- A default with its character set before it, in a session that speaks another one than UTF-8
-- Use: an old application with SET NAMES latin1, or a dump that was made with it.
-- Expected: a halt; done by hand, the rows that are there have the default that the source gave them, as with MySQL's own replication.
-- Basis: the driver sends C3 A9 for the letter, and the session says that this is latin1: the default is of two letters. Sent as UTF-8 it would be of four.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE literal_of_another_set (id INT PRIMARY KEY AUTO_INCREMENT, a INT);
-- [target]
ALTER TABLE literal_of_another_set AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO literal_of_another_set VALUES (1, 1);
-- [stream]
SET NAMES latin1;
ALTER TABLE literal_of_another_set ADD COLUMN c VARCHAR(20) CHARACTER SET utf8mb4 NOT NULL DEFAULT _latin1'é';
SET NAMES utf8mb4;
INSERT INTO literal_of_another_set (id, a) VALUES (2, 2);
-- step: halted schema-change-refused: on target: ALTER TABLE literal_of_another_set ADD COLUMN c VARCHAR(20) CHARACTER SET utf8mb4 NOT NULL DEFAULT x'C383C2A9'
-- [comparison]
-- [rows]
SELECT a, HEX(c) FROM literal_of_another_set ORDER BY a
1|C383C2A9
2|C383C2A9
