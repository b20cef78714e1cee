-- A table moves to a schema that is not captured, and a new one of its name is made
-- Use: archives in a schema of their own.
-- Expected: rows of the new table are not mixed with those that went: the lane halts until the target's table is out of the way.
-- Basis: the source's captured rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE came_back (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO came_back VALUES (1, 1), (2, 2);
-- [stream]
CREATE DATABASE came_back_archive;
RENAME TABLE came_back TO came_back_archive.came_back;
CREATE TABLE came_back (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
INSERT INTO came_back VALUES (1, 11);
-- step: halted schema-change-refused: on target: DROP TABLE came_back
UPDATE came_back SET v = v + 1;
-- [comparison]
-- [rows]
SELECT v FROM came_back
12
