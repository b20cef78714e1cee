-- ALTER TABLE ... ENGINE = BLACKHOLE throws all rows of a table away, and another ENGINE makes it a table again
-- Use: a log that nobody reads is switched off and later on again.
-- Expected: the rows are gone on the target too; or a halt, as at DROP PARTITION: rows go that no event tells of.
-- Basis: the source's rows, which MySQL's own replication has too.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE engine_without_rows (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [target]
ALTER TABLE engine_without_rows AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO engine_without_rows VALUES (1, 1), (2, 2);
-- [stream]
ALTER TABLE engine_without_rows ENGINE = BLACKHOLE;
-- step: halted schema-change-refused: on target: DELETE FROM engine_without_rows
-- step: pass statement
ALTER TABLE engine_without_rows ENGINE = InnoDB;
INSERT INTO engine_without_rows VALUES (3, 3);
-- step: await applied
-- [comparison]
-- [rows]
SELECT v FROM engine_without_rows ORDER BY v
3
