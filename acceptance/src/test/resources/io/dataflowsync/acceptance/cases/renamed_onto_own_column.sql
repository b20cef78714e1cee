-- With ddl: stop a column gets a name that the target has for a column of its own
-- Use: the target's team has added a column, which the source's team adds by giving an old one that name.
-- Expected: the lane stands until the target's column of before is gone under its old name.
-- Basis: the source's rows.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [source]
CREATE TABLE renamed_onto_own_column (id INT PRIMARY KEY AUTO_INCREMENT, old INT);
-- [target]
CREATE TABLE renamed_onto_own_column (id INT PRIMARY KEY AUTO_INCREMENT, old INT, state INT DEFAULT 7);
-- [before]
INSERT INTO renamed_onto_own_column VALUES (1, 10), (2, 20);
-- [stream]
ALTER TABLE renamed_onto_own_column CHANGE old state INT;
INSERT INTO renamed_onto_own_column VALUES (3, 30);
-- step: halted schema-change-refused: on target: ALTER TABLE renamed_onto_own_column DROP COLUMN state, CHANGE old state INT
-- [comparison]
-- [rows]
SELECT state FROM renamed_onto_own_column ORDER BY state
10
20
30
