-- A table that others refer to is rotated
-- Use: the nightly rotation of a table with details: the foreign key of the details stays with the old rows.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE rotated_with_children (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE rotated_with_children__line (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES rotated_with_children (id));
-- [before]
INSERT INTO rotated_with_children VALUES (1, 'old 1'), (2, 'old 2');
INSERT INTO rotated_with_children__line VALUES (1, 1);
-- [stream]
RENAME TABLE rotated_with_children TO rotated_with_children__2026;
CREATE TABLE rotated_with_children LIKE rotated_with_children__2026;
INSERT INTO rotated_with_children VALUES (1, 'new 1'), (2, 'new 2');
INSERT INTO rotated_with_children__line VALUES (2, 2);
DELETE FROM rotated_with_children WHERE id = 2;
-- [comparison]
-- [rows]
SELECT p.v FROM rotated_with_children__line l LEFT JOIN rotated_with_children__2026 p ON p.id = l.parent ORDER BY p.v
old 1
old 2
SELECT v FROM rotated_with_children
new 1
