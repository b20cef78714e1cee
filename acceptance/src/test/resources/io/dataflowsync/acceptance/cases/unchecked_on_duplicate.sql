-- INSERT ... ON DUPLICATE KEY UPDATE with the checks off moves a key that children refer to
-- Use: rows are merged from another system, children first, by a natural key.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE unchecked_on_duplicate (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) UNIQUE, v INT);
CREATE TABLE unchecked_on_duplicate__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT NOT NULL, FOREIGN KEY (parent) REFERENCES unchecked_on_duplicate (id));
-- [stream]
SET foreign_key_checks = 0;
INSERT INTO unchecked_on_duplicate__child VALUES (1, 5) ON DUPLICATE KEY UPDATE parent = VALUES(parent);
INSERT INTO unchecked_on_duplicate VALUES (5, 'five', 1) ON DUPLICATE KEY UPDATE v = VALUES(v);
INSERT INTO unchecked_on_duplicate VALUES (9, 'five', 2) ON DUPLICATE KEY UPDATE id = VALUES(id), v = VALUES(v);
INSERT INTO unchecked_on_duplicate__child VALUES (1, 9) ON DUPLICATE KEY UPDATE parent = VALUES(parent);
INSERT INTO unchecked_on_duplicate__child VALUES (2, 9);
-- [comparison]
-- [rows]
SELECT p.code, p.v FROM unchecked_on_duplicate__child c LEFT JOIN unchecked_on_duplicate p ON p.id = c.parent
five|2
five|2
