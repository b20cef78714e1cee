-- A text gets the table's character set, since the statement names none, and loses letters by that; the target's table has another default
-- Use: MODIFY name VARCHAR(30), and nobody thinks of the column's own character set. The session is not strict.
-- Expected: a halt: the source has '?' for letters that latin1 lacks, and the target keeps them. Read again, the source's texts.
-- Basis: by reasoning: what the statement does not say is the table's matter.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE text_of_the_default (id INT PRIMARY KEY AUTO_INCREMENT, k VARCHAR(9), name VARCHAR(20) CHARACTER SET utf8mb4) DEFAULT CHARSET latin1;
-- [target]
CREATE TABLE text_of_the_default (id INT PRIMARY KEY AUTO_INCREMENT, k VARCHAR(9), name VARCHAR(20)) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4;
-- [before]
INSERT INTO text_of_the_default VALUES (1, 'a', '中文'), (2, 'b', 'é');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE text_of_the_default MODIFY name VARCHAR(30);
-- step: halted schema-change-refused: on target: DELETE FROM text_of_the_default
-- step: await applied
-- step: dismiss dead letters
-- step: read again: text_of_the_default
-- [rows]
SELECT k, name FROM text_of_the_default ORDER BY k
a|??
b|é
