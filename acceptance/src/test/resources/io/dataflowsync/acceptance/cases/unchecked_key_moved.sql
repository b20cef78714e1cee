-- A parent gets another key with the checks off, and a new row takes the old key
-- Use: rows are renumbered by hand; the children stay at the number.
-- Expected: the source's rows, as with MySQL's own replication. The child refers to the row that has the number now.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE unchecked_key_moved (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE unchecked_key_moved__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES unchecked_key_moved (id) ON UPDATE CASCADE ON DELETE CASCADE);
-- [target]
ALTER TABLE unchecked_key_moved AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO unchecked_key_moved VALUES (1, 'was first');
INSERT INTO unchecked_key_moved__child VALUES (1, 1);
-- [stream]
SET foreign_key_checks = 0;
UPDATE unchecked_key_moved SET id = 7 WHERE id = 1;
INSERT INTO unchecked_key_moved VALUES (1, 'is first');
SET foreign_key_checks = 1;
INSERT INTO unchecked_key_moved__child VALUES (2, 7), (3, 1);
-- [comparison]
-- [rows]
SELECT c.parent > 1000, p.v FROM unchecked_key_moved__child c LEFT JOIN unchecked_key_moved p ON p.id = c.parent ORDER BY p.v
1|is first
1|is first
1|was first
