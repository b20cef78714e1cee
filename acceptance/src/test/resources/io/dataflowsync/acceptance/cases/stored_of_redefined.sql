-- A text gets another name and definition in the statement that adds a stored column of its bytes; the definition names no character set
-- Use: a column is renamed and its length kept beside it; the source is latin1, the target was made in utf8mb4.
-- Expected: a halt: the text is that of its table behind the statement, whatever it was before; by hand, the source's rows.
-- Basis: by reasoning: 'é' is one byte in latin1, and two in utf8mb4.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE stored_of_redefined (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin) DEFAULT CHARSET latin1;
CREATE TABLE stored_of_redefined__named (id INT PRIMARY KEY AUTO_INCREMENT, v VARBINARY(9), e ENUM('b','a')) DEFAULT CHARSET latin1;
-- [target]
CREATE TABLE stored_of_redefined (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4;
CREATE TABLE stored_of_redefined__named (id INT PRIMARY KEY AUTO_INCREMENT, v VARBINARY(9), e ENUM('b','a')) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4;
-- [before]
INSERT INTO stored_of_redefined VALUES (1, 'é');
INSERT INTO stored_of_redefined__named VALUES (1, x'E9', 'a');
-- [stream]
ALTER TABLE stored_of_redefined CHANGE v w VARCHAR(20), ADD n INT AS (LENGTH(w)) STORED;
-- step: halted schema-change-refused: on target: ALTER TABLE stored_of_redefined CHANGE v w VARCHAR(20), ADD n INT
-- step: on target: UPDATE stored_of_redefined SET n = 1
-- step: pass statement
-- step: await applied
INSERT INTO stored_of_redefined (id, w) VALUES (2, 'üü');
ALTER TABLE stored_of_redefined__named MODIFY v VARCHAR(9) CHARACTER SET latin1, MODIFY e VARCHAR(1) CHARACTER SET ucs2, ADD n INT AS (LENGTH(v) * 10 + LENGTH(e)) STORED;
INSERT INTO stored_of_redefined__named (id, v, e) VALUES (2, 'üü', 'z');
-- [comparison]
-- [rows]
SELECT w, n FROM stored_of_redefined ORDER BY id
é|1
üü|2
SELECT v, e, n FROM stored_of_redefined__named ORDER BY id
é|a|12
üü|z|22
