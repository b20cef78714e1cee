-- A new row is a dead letter, then a stored column is added that is made of bytes, and the row is replayed behind it
-- Use: one row was too long; days later somebody mends the target, and replays.
-- Expected: the lane halts before the statement until the letter is dealt with, as with defaults: written behind it, the row would have what the target computes, and nothing to compare it with.
-- Basis: by reasoning: é is one byte in the source and two on the target; the image of the letter is without the column.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE letter_before_computed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20), w VARCHAR(20)) DEFAULT CHARSET latin1;
-- [target]
CREATE TABLE letter_before_computed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20), w VARCHAR(3)) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4;
-- [stream]
INSERT INTO letter_before_computed VALUES (1, 'é', 'too long');
-- step: await applied
ALTER TABLE letter_before_computed ADD COLUMN bytes INT AS (LENGTH(v)) STORED;
-- step: halted letters-first: on target: ALTER TABLE letter_before_computed MODIFY w VARCHAR(20)
-- step: replay dead letters
-- step: if halted schema-change-refused: on target: DELETE FROM letter_before_computed
-- step: dismiss dead letters
-- step: read again: letter_before_computed
-- step: halted target-computes: on target: ALTER TABLE letter_before_computed MODIFY bytes INT
-- [rows]
SELECT v, w, bytes FROM letter_before_computed
é|too long|1
