-- A table's name with a leading dot: the table of the session's schema
-- Use: a script generator leaves the schema empty and writes the dot. 5.7 reads it; 8.0 does not.
-- Expected: the source's rows. What the statement is on the target is right already; only the engine takes it for another table.
-- Basis: by reasoning. MySQL's own replication stops at this statement, because 8.0 cannot read it.
-- Settings: ddl: apply
-- [both]
CREATE TABLE leading_dot (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT);
-- [before]
INSERT INTO leading_dot VALUES (1, 10, 20);
-- [stream]
ALTER TABLE .`leading_dot` MODIFY a INT AFTER b;
INSERT INTO leading_dot (id, a, b) VALUES (2, 11, 22);
UPDATE leading_dot SET a = 12 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT a, b FROM leading_dot ORDER BY a
11|22
12|20
