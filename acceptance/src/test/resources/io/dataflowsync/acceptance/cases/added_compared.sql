-- A stored column is added that compares a text, and the target's text has another collation
-- Use: a flag with an index for the rows that are looked for. The source has utf8mb4_general_ci, the target was made with the default of 8.0.
-- Expected: a halt before the statement as long as there are rows, then one before the first row; as plain columns they get the source's values.
-- Basis: by reasoning: 8.0's collation counts blanks at the end, and takes ß for ss; general_ci takes it for s.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE added_compared (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20)) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci;
-- [target]
CREATE TABLE added_compared (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20)) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
-- [before]
INSERT INTO added_compared VALUES (1, 'Gießen'), (2, 'draft '), (3, 'Giessen');
-- [stream]
ALTER TABLE added_compared ADD COLUMN here INT AS (v = 'Giessen') STORED, ADD COLUMN open INT AS (IF(v = 'draft', 1, 0)) STORED;
-- step: halted schema-change-refused: on target: DELETE FROM added_compared
-- step: dismiss dead letters
-- step: read again: added_compared
-- step: halted target-computes: on target: ALTER TABLE added_compared MODIFY here INT, MODIFY open INT
INSERT INTO added_compared (id, v) VALUES (4, 'draft');
-- [rows]
SELECT CONCAT(v, '.'), here, open FROM added_compared ORDER BY HEX(v)
Giessen.|1|0
Gießen.|0|0
draft.|0|1
draft .|0|1
