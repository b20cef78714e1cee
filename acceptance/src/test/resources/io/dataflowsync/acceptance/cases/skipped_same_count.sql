-- A skipped ALTER that leaves the number of columns as it was
-- Use: a name that 8.0 reserves, as `system`; but one column comes and another goes in the same statement.
-- Expected: the values stay in their columns. On the target b may stay; its values do not matter here.
-- Basis: by reasoning: the source's rows. MySQL's own replication stops at this statement, because 8.0 cannot read it unquoted.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE skipped_same_count (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT);
-- [before]
INSERT INTO skipped_same_count VALUES (1, 10, 20);
-- [stream]
ALTER TABLE skipped_same_count ADD COLUMN system INT AFTER id, DROP COLUMN b;
INSERT INTO skipped_same_count (id, system, a) VALUES (2, 7, 11);
-- step: if stopped source-unreadable: on target: ALTER TABLE skipped_same_count ADD COLUMN `system` INT AFTER id
-- step: if stopped source-unreadable: skip
-- step: if halted schema-change-refused: on target: ALTER TABLE skipped_same_count ADD COLUMN `system` INT AFTER id
INSERT INTO skipped_same_count (id, system, a) VALUES (3, 8, 12);
-- [rows]
SELECT a, `system` FROM skipped_same_count ORDER BY a
10|null
11|7
12|8
