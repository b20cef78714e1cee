-- A plain column becomes a stored one that compares a text, and the target's text has another collation
-- Use: a flag that programs have kept is computed from now on.
-- Expected: a halt before the statement as long as there are rows, then one before the first row; as a plain column it gets the source's values.
-- Basis: by reasoning: 8.0's collation counts blanks at the end.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE modified_into_computed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20), open INT) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci;
-- [target]
CREATE TABLE modified_into_computed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20), open INT) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
-- [before]
INSERT INTO modified_into_computed VALUES (1, 'draft ', 0), (2, 'final', 0);
-- [stream]
ALTER TABLE modified_into_computed MODIFY open INT AS (v = 'draft') STORED;
-- step: halted schema-change-refused: on target: DELETE FROM modified_into_computed
-- step: dismiss dead letters
-- step: read again: modified_into_computed
-- step: halted target-computes: on target: ALTER TABLE modified_into_computed MODIFY open INT
INSERT INTO modified_into_computed (id, v) VALUES (3, 'draft');
-- [rows]
SELECT CONCAT(v, '.'), open FROM modified_into_computed ORDER BY CHAR_LENGTH(v), v DESC
final.|0
draft.|1
draft .|1
