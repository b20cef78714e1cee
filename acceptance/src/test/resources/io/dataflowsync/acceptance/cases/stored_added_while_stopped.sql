-- With ddl: stop a stored column is added whose values the target computes otherwise; another one that both compute alike
-- Use: the length of a text is kept beside it; the source is latin1, the target was made in utf8mb4.
-- Expected: a halt at the one, since the rows that are there would get other values; a plain column by hand, and the source's rows.
-- Basis: by reasoning: 'é' is one byte in latin1, and two in utf8mb4.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [source]
CREATE TABLE stored_added_while_stopped (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) DEFAULT CHARSET latin1;
-- [target]
CREATE TABLE stored_added_while_stopped (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4;
-- [before]
INSERT INTO stored_added_while_stopped VALUES (1, 'é');
-- [stream]
ALTER TABLE stored_added_while_stopped ADD n INT AS (LENGTH(v)) STORED;
INSERT INTO stored_added_while_stopped (id, v) VALUES (2, 'üü');
-- step: halted schema-change-refused: on target: ALTER TABLE stored_added_while_stopped ADD n INT
-- step: on target: UPDATE stored_added_while_stopped SET n = 1
-- step: pass statement
-- step: await applied
ALTER TABLE stored_added_while_stopped ADD m VARCHAR(20) AS (CONCAT(v, '!')) STORED;
INSERT INTO stored_added_while_stopped (id, v) VALUES (3, 'z');
-- step: halted target-misfit: on target: ALTER TABLE stored_added_while_stopped ADD m VARCHAR(20) AS (CONCAT(v, '!')) STORED
-- [comparison]
-- [rows]
SELECT v, n, m FROM stored_added_while_stopped ORDER BY id
é|1|é!
üü|2|üü!
z|1|z!
