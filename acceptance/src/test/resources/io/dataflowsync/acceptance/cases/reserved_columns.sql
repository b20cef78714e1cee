-- Columns whose names 8.0 reserves are made, moved and renamed without quotes
-- Use: 5.7 takes rank, system, lead, window, groups, function and others as they are.
-- Expected: the source's rows, either at once, or after the statement was done by hand and skipped as documented.
-- Basis: by reasoning: the source's rows. MySQL's own replication stops at the first statement, because 8.0 cannot read it unquoted.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reserved_columns (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO reserved_columns VALUES (1, 1);
-- [stream]
ALTER TABLE reserved_columns ADD COLUMN rank INT, ADD COLUMN lead INT AFTER id, ADD COLUMN window INT;
-- step: if stopped source-unreadable: on target: ALTER TABLE reserved_columns ADD COLUMN `rank` INT, ADD COLUMN `lead` INT AFTER id, ADD COLUMN `window` INT
-- step: if stopped source-unreadable: skip
INSERT INTO reserved_columns (id, v, rank, lead, window) VALUES (2, 2, 22, 222, 2222);
ALTER TABLE reserved_columns MODIFY rank INT AFTER lead, CHANGE window groups INT, DROP COLUMN v;
-- step: if stopped source-unreadable: on target: ALTER TABLE reserved_columns MODIFY `rank` INT AFTER `lead`, CHANGE `window` `groups` INT, DROP COLUMN v
-- step: if stopped source-unreadable: skip
INSERT INTO reserved_columns (id, rank, lead, groups) VALUES (3, 33, 333, 3333);
-- [rows]
SELECT `lead`, `rank`, `groups` FROM reserved_columns ORDER BY `rank`
null|null|null
222|22|2222
333|33|3333
