-- One ALTER drops a column and gives its name to another one; somebody has run the very statement on the target before
-- Use: a migration is run by hand at both ends, the target first: the old price goes, and price_new takes its name.
-- Expected: what the target has already counts as done, or a halt; the values stay.
-- Basis: docs/schema-changes.md; the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE dropped_and_renamed_first (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), price INT, price_new INT);
-- [target]
ALTER TABLE dropped_and_renamed_first AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO dropped_and_renamed_first VALUES (1, 'a', 1, 10), (2, 'b', 2, 20);
-- [stream]
-- step: await applied
-- step: on target: ALTER TABLE dropped_and_renamed_first DROP COLUMN price, CHANGE price_new price INT
ALTER TABLE dropped_and_renamed_first DROP COLUMN price, CHANGE price_new price INT;
-- step: if halted schema-change-refused: pass statement
-- step: await applied
INSERT INTO dropped_and_renamed_first (id, v) VALUES (3, 'c');
-- step: if halted target-misfit: on target: ALTER TABLE dropped_and_renamed_first ADD COLUMN price INT
-- [comparison]
-- [rows]
SELECT v, price FROM dropped_and_renamed_first ORDER BY v
a|10
b|20
c|null
