-- A parent is deleted with the checks off and does not come back
-- Use: an archive takes the parents away; the children stay.
-- Expected: the children stay, and none of them becomes NULL, as with MySQL's own replication. A later row of the same key is their parent.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE unchecked_dangling (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
CREATE TABLE unchecked_dangling__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, w INT, FOREIGN KEY (parent) REFERENCES unchecked_dangling (id) ON DELETE SET NULL);
CREATE TABLE unchecked_dangling__part (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, w INT, FOREIGN KEY (parent) REFERENCES unchecked_dangling (id) ON DELETE CASCADE);
-- [before]
INSERT INTO unchecked_dangling VALUES (1, 1), (2, 2);
INSERT INTO unchecked_dangling__child VALUES (1, 1, 10), (2, 2, 20);
INSERT INTO unchecked_dangling__part VALUES (1, 1, 10), (2, 2, 20);
-- [stream]
SET foreign_key_checks = 0;
DELETE FROM unchecked_dangling WHERE id = 1;
DELETE FROM unchecked_dangling WHERE id = 2;
UPDATE unchecked_dangling__part SET w = 11 WHERE id = 1;
UPDATE unchecked_dangling__child SET w = 21 WHERE id = 2;
SET foreign_key_checks = 1;
INSERT INTO unchecked_dangling VALUES (2, 22);
-- [rows]
SELECT w, parent IS NULL FROM unchecked_dangling__child ORDER BY w
10|0
21|0
SELECT w, parent IS NULL FROM unchecked_dangling__part ORDER BY w
11|0
20|0
SELECT c.w, p.v FROM unchecked_dangling p JOIN unchecked_dangling__child c ON c.parent = p.id
21|22
