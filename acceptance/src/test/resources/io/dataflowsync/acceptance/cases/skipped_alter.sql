-- An ALTER that the engine's parser cannot read is run by hand on the target and skipped
-- Use: 5.7 takes the column name system, 8.0 reserves the word (as window, groups, cube, recursive, function, empty, lateral, lead,
-- lag, over, ntile, except, grouping and others). People do what docs/when-the-capture-stops.md says.
-- Expected: the capture goes on after the skip, with the new column. Best: the statement is read, and nothing stops.
-- Basis: by reasoning: the source's rows. MySQL's own replication stops at this statement, because 8.0 cannot read it unquoted.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE skipped_alter (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO skipped_alter VALUES (1, 1);
-- [stream]
ALTER TABLE skipped_alter ADD COLUMN system INT;
INSERT INTO skipped_alter VALUES (2, 2, 22);
-- step: if stopped source-unreadable: on target: ALTER TABLE skipped_alter ADD COLUMN `system` INT
-- step: if stopped source-unreadable: skip
-- step: if halted schema-change-refused: on target: ALTER TABLE skipped_alter ADD COLUMN `system` INT
INSERT INTO skipped_alter VALUES (3, 3, 33);
-- [comparison]
-- [rows]
SELECT v, `system` FROM skipped_alter ORDER BY v
1|null
2|22
3|33
