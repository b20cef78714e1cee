-- A text becomes longer, and the statement names no character set; the source's table has utf8mb4, the target's table latin1, and its column utf8mb4
-- Use: MODIFY name VARCHAR(40), from a session that is not strict; on the target somebody has made the one column utf8mb4, and not the table.
-- Expected: a halt, or the texts stay: the source changes none of its values.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE kept_text_of_default (id INT PRIMARY KEY AUTO_INCREMENT, k VARCHAR(9), name VARCHAR(20)) DEFAULT CHARSET utf8mb4;
-- [target]
CREATE TABLE kept_text_of_default (id INT PRIMARY KEY AUTO_INCREMENT, k VARCHAR(9), name VARCHAR(20) CHARACTER SET utf8mb4) AUTO_INCREMENT = 1001 DEFAULT CHARSET latin1;
-- [before]
INSERT INTO kept_text_of_default VALUES (1, 'a', '中文'), (2, 'b', 'é');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE kept_text_of_default MODIFY name VARCHAR(40);
-- step: halted schema-change-refused: on target: ALTER TABLE kept_text_of_default DEFAULT CHARSET utf8mb4
INSERT INTO kept_text_of_default VALUES (3, 'c', 'x');
-- [comparison]
-- [rows]
SELECT k, name FROM kept_text_of_default ORDER BY k
a|中文
b|é
c|x
