-- A table is read again right behind a statement that swaps two of its columns, and behind one that empties a column
-- Use: an operator reads a table again after he has altered it, while nothing else is written.
-- Expected: the source's rows: the statement is run once.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE read_again_behind_statement (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(9), b VARCHAR(9), c VARCHAR(9));
-- [target]
ALTER TABLE read_again_behind_statement AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO read_again_behind_statement VALUES (1, 'A', 'B', 'C'), (2, 'AA', 'BB', 'CC');
-- [stream]
ALTER TABLE read_again_behind_statement CHANGE a b VARCHAR(9), CHANGE b a VARCHAR(9);
-- step: await applied
-- step: read again: read_again_behind_statement
ALTER TABLE read_again_behind_statement DROP COLUMN c, ADD COLUMN c VARCHAR(9) DEFAULT 'new';
-- step: read again: read_again_behind_statement
INSERT INTO read_again_behind_statement (id, a, b) VALUES (3, 'x', 'y');
-- [comparison]
-- [rows]
SELECT a, b, c FROM read_again_behind_statement ORDER BY a
B|A|new
BB|AA|new
x|y|new
