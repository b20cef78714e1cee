-- One ALTER gives a column another name and makes a new one of its name; somebody has run the very statement on the target before
-- Use: a migration is run by hand at both ends, the target first.
-- Expected: what the target has already counts as done, so the lane goes on by itself; or a halt whose text leads on.
-- Basis: docs/schema-changes.md; the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE renamed_and_added_first (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), a INT);
-- [target]
ALTER TABLE renamed_and_added_first AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO renamed_and_added_first VALUES (1, 'x', 1), (2, 'y', 2);
-- [stream]
-- step: await applied
-- step: on target: ALTER TABLE renamed_and_added_first CHANGE a b INT, ADD COLUMN a INT DEFAULT 5
ALTER TABLE renamed_and_added_first CHANGE a b INT, ADD COLUMN a INT DEFAULT 5;
INSERT INTO renamed_and_added_first (id, v, a, b) VALUES (3, 'z', 6, 3);
-- step: if halted schema-change-refused: pass statement
-- [comparison]
-- [rows]
SELECT v, a, b FROM renamed_and_added_first ORDER BY v
x|5|1
y|5|2
z|6|3
