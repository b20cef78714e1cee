-- A row gives its kept key up, the target's own application takes it, and the table is emptied at the source
-- Use: a table that two applications write, each with codes of its own.
-- Expected: the target's own row stays.
-- Basis: docs/guarantees.md: deletes the rows of every key that DFS has written there and has not deleted since.
-- Settings: none
-- [both]
CREATE TABLE truncated_left_key (k VARCHAR(9) PRIMARY KEY, n INT);
-- [before]
INSERT INTO truncated_left_key VALUES ('x', 1), ('v', 3);
-- [stream]
UPDATE truncated_left_key SET k = 'y' WHERE k = 'x';
-- step: await applied
-- step: on target: INSERT INTO truncated_left_key VALUES ('x', 1000)
TRUNCATE TABLE truncated_left_key;
-- [rows]
SELECT k, n FROM truncated_left_key ORDER BY k
x|1000
