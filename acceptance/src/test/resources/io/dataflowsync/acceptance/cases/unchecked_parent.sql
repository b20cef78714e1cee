-- A parent is replaced while foreign_key_checks = 0
-- Use: a dump is restored, rows are loaded with REPLACE, or an upkeep script deletes a parent and inserts it again, with the checks off.
-- Expected: the children stay as they were. The source does not cascade then, and neither does a replica: the row event has the
-- flag NO_FOREIGN_KEY_CHECKS. A parent that comes back under its old key keeps its new key, because the children still have that.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE unchecked_parent (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
CREATE TABLE unchecked_parent__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES unchecked_parent (id) ON DELETE CASCADE);
CREATE TABLE unchecked_parent__link (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES unchecked_parent (id) ON DELETE SET NULL);
-- [target]
ALTER TABLE unchecked_parent AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO unchecked_parent VALUES (1, 1), (2, 2);
INSERT INTO unchecked_parent__child VALUES (1, 1), (2, 2);
INSERT INTO unchecked_parent__link VALUES (1, 1), (2, 2);
-- [stream]
SET foreign_key_checks = 0;
REPLACE INTO unchecked_parent VALUES (1, 11);
BEGIN;
DELETE FROM unchecked_parent WHERE id = 2;
INSERT INTO unchecked_parent VALUES (2, 22);
COMMIT;
-- [comparison]
-- [rows]
SELECT v FROM unchecked_parent ORDER BY v
11
22
SELECT p.v FROM unchecked_parent__child c LEFT JOIN unchecked_parent p ON p.id = c.parent ORDER BY p.v
11
22
SELECT p.v FROM unchecked_parent__link l LEFT JOIN unchecked_parent p ON p.id = l.parent ORDER BY p.v
11
22
