-- The same, with no halt before the statement: the row of the letter is compared all the same
-- Use: one row was too long; days later somebody mends the target, and replays.
-- Expected: the source's value in the computed column, or a halt that leads to it.
-- Basis: by reasoning: é is one byte in the source and two on the target; the image of the letter is without the column.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE letter_before_computed_replayed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20), w VARCHAR(20)) DEFAULT CHARSET latin1;
-- [target]
CREATE TABLE letter_before_computed_replayed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20), w VARCHAR(3)) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4;
-- [stream]
INSERT INTO letter_before_computed_replayed VALUES (1, 'é', 'too long');
-- step: await applied
ALTER TABLE letter_before_computed_replayed ADD COLUMN bytes INT AS (LENGTH(v)) STORED;
-- step: if halted: on target: ALTER TABLE letter_before_computed_replayed MODIFY w VARCHAR(20)
-- step: on target: ALTER TABLE letter_before_computed_replayed MODIFY w VARCHAR(20)
-- step: replay dead letters
-- step: if halted: on target: ALTER TABLE letter_before_computed_replayed ADD COLUMN bytes INT
-- step: if halted: on target: UPDATE letter_before_computed_replayed SET bytes = 1
-- step: if halted: pass statement
-- [rows]
SELECT v, w, bytes FROM letter_before_computed_replayed
é|too long|1
