-- A parent table is emptied with TRUNCATE and loaded again while foreign_key_checks = 0
-- Use: a table of master data is loaded again, with the keys it had, while children refer to it.
-- Expected: the children stay, and refer to the rows that came back under their keys, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE unchecked_truncate (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
CREATE TABLE unchecked_truncate__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES unchecked_truncate (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE unchecked_truncate AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO unchecked_truncate VALUES (1, 1), (2, 2);
INSERT INTO unchecked_truncate__child VALUES (1, 1), (2, 2);
-- [stream]
SET foreign_key_checks = 0;
TRUNCATE TABLE unchecked_truncate;
-- step: await applied
INSERT INTO unchecked_truncate VALUES (1, 11), (2, 22);
INSERT INTO unchecked_truncate__child VALUES (3, 1);
DELETE FROM unchecked_truncate WHERE id = 2;
-- step: await applied
INSERT INTO unchecked_truncate VALUES (2, 222);
-- [comparison]
-- [rows]
SELECT v FROM unchecked_truncate ORDER BY v
11
222
SELECT p.v FROM unchecked_truncate__child c LEFT JOIN unchecked_truncate p ON p.id = c.parent ORDER BY p.v
11
11
222
