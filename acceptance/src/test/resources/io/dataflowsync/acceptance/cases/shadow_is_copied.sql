-- A table is made like a temporary one that has a captured table's name
-- Use: a report prepares its rows in a temporary table of a known name, and keeps the result.
-- Expected: the source's rows: the numbers in the columns of the new table are its own.
-- Basis: run on 5.7.22: the binlog has the definition of the temporary table.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE shadow_is_copied__parent (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE shadow_is_copied (id INT PRIMARY KEY AUTO_INCREMENT, p INT, FOREIGN KEY (p) REFERENCES shadow_is_copied__parent (id));
-- [target]
ALTER TABLE shadow_is_copied__parent AUTO_INCREMENT = 1001;
ALTER TABLE shadow_is_copied AUTO_INCREMENT = 5001;
-- [before]
INSERT INTO shadow_is_copied__parent VALUES (1, 'a'), (2, 'b');
INSERT INTO shadow_is_copied VALUES (1, 1), (2, 2);
-- [stream]
CREATE TEMPORARY TABLE shadow_is_copied (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9));
CREATE TABLE shadow_is_copied__kept LIKE shadow_is_copied;
DROP TEMPORARY TABLE shadow_is_copied;
INSERT INTO shadow_is_copied__kept VALUES (1, 1, 'x'), (2, 2, 'y');
INSERT INTO shadow_is_copied VALUES (3, 2);
-- [rows]
SELECT p, w FROM shadow_is_copied__kept ORDER BY w
1|x
2|y
SELECT r.v FROM shadow_is_copied s JOIN shadow_is_copied__parent r ON r.id = s.p ORDER BY s.id
a
b
b
