-- A text becomes a TINYTEXT in a session that is not strict, and has more bytes on the target than in the source
-- Use: an application that never heard of strict mode; the source is latin1, the target utf8mb4. 255 bytes are 255 letters here, and fewer there.
-- Expected: a halt: the target would cut off what the source keeps. Read again, the source's rows, or dead letters that say why.
-- Basis: by reasoning: a TINYTEXT has 255 bytes.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE unlike_tiny_text (id INT PRIMARY KEY AUTO_INCREMENT, k VARCHAR(9), v VARCHAR(250)) DEFAULT CHARSET latin1;
-- [target]
CREATE TABLE unlike_tiny_text (id INT PRIMARY KEY AUTO_INCREMENT, k VARCHAR(9), v VARCHAR(250)) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4;
-- [before]
INSERT INTO unlike_tiny_text VALUES (1, 'a', REPEAT('é', 200)), (2, 'b', REPEAT('e', 200));
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE unlike_tiny_text MODIFY v TINYTEXT;
-- step: halted schema-change-refused: on target: ALTER TABLE unlike_tiny_text MODIFY v TEXT
-- step: pass statement
INSERT INTO unlike_tiny_text VALUES (3, 'c', REPEAT('ü', 250));
-- [rows]
SELECT k, CHAR_LENGTH(v) FROM unlike_tiny_text ORDER BY k
a|200
b|200
c|250
