-- A DELETE of several tables with the checks off, and the same with them on
-- Use: a customer is removed with all that belongs to it, in one statement.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE unchecked_multi_delete (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
CREATE TABLE unchecked_multi_delete__a (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, v INT, FOREIGN KEY (parent) REFERENCES unchecked_multi_delete (id) ON DELETE CASCADE);
CREATE TABLE unchecked_multi_delete__b (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, v INT, FOREIGN KEY (parent) REFERENCES unchecked_multi_delete (id) ON DELETE CASCADE);
-- [before]
INSERT INTO unchecked_multi_delete VALUES (1, 1), (2, 2), (3, 3);
INSERT INTO unchecked_multi_delete__a VALUES (1, 1, 1), (2, 2, 2), (3, 3, 3);
INSERT INTO unchecked_multi_delete__b VALUES (1, 1, 1), (2, 2, 2), (3, 3, 3);
-- [stream]
SET foreign_key_checks = 0;
DELETE p, a FROM unchecked_multi_delete p JOIN unchecked_multi_delete__a a ON a.parent = p.id WHERE p.id = 1;
SET foreign_key_checks = 1;
DELETE p FROM unchecked_multi_delete p WHERE p.id = 2;
-- [rows]
SELECT v FROM unchecked_multi_delete
3
SELECT v FROM unchecked_multi_delete__a
3
SELECT v FROM unchecked_multi_delete__b ORDER BY v
1
3
