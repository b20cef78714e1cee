-- CONVERT TO the character set that all of the source's texts have already; the target has utf8mb4, and rows of its own with other letters
-- Use: somebody tidies up the source, in a session that is not strict; the target serves other countries, too.
-- Expected: a halt, or the target's own texts stay.
-- Basis: docs: a statement that leaves the source's values as they are must not change the target's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE own_rows_converted (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) DEFAULT CHARSET latin1;
-- [target]
CREATE TABLE own_rows_converted (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4;
INSERT INTO own_rows_converted VALUES (7, '中文');
-- [before]
INSERT INTO own_rows_converted VALUES (1, 'a'), (2, 'é');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE own_rows_converted CONVERT TO CHARACTER SET latin1;
-- step: halted schema-change-refused: pass statement
INSERT INTO own_rows_converted VALUES (3, 'c');
-- [rows]
SELECT v FROM own_rows_converted ORDER BY id
中文
a
é
c
