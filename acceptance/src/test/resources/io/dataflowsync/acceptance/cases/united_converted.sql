-- One of two tables that are one on the target gets another collation by CONVERT, in its own character set; the other one's texts have other letters
-- Use: tenants with a table each; east is latin1 and shall sort as German does, west is utf8mb4. The session is not strict.
-- Expected: a halt: the target would write '?' for letters of west. Passed, the rows are as the sources have them.
-- Basis: the source's rows; the statement changes no value of east.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
united_converted__east: { target: united_converted }
united_converted__west: { target: united_converted }
-- [source]
CREATE TABLE united_converted__east (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), name VARCHAR(20)) DEFAULT CHARSET latin1;
CREATE TABLE united_converted__west (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), name VARCHAR(20)) DEFAULT CHARSET utf8mb4;
-- [target]
CREATE TABLE united_converted (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), name VARCHAR(20)) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4;
-- [before]
INSERT INTO united_converted__east VALUES (1, 'e1', 'é');
INSERT INTO united_converted__west VALUES (1, 'w1', '中文');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE united_converted__east CONVERT TO CHARACTER SET latin1 COLLATE latin1_german1_ci;
-- step: halted schema-change-refused: pass statement
-- step: await applied
INSERT INTO united_converted__east VALUES (2, 'e2', 'ü');
-- [rows]
SELECT v, name FROM united_converted ORDER BY v
e1|é
e2|ü
w1|中文
