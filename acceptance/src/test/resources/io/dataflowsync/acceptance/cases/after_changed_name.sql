-- CHANGE ... AFTER a name that a later part of the same ALTER gives
-- Use: a migration moves a column and renames the one before it, in one statement.
-- Expected: the source's rows, as with MySQL's own replication. Where a and b have one type, the values change columns in silence instead.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE after_changed_name (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b VARCHAR(255), c INT);
-- [before]
INSERT INTO after_changed_name VALUES (1, 1, 'b1', 3);
-- [stream]
ALTER TABLE after_changed_name CHANGE COLUMN a a INT AFTER bb, CHANGE COLUMN b bb VARCHAR(255);
INSERT INTO after_changed_name (id, a, bb, c) VALUES (2, 2, 'b2', 33);
-- [comparison]
-- [rows]
SELECT a, bb, c FROM after_changed_name ORDER BY a
1|b1|3
2|b2|33
