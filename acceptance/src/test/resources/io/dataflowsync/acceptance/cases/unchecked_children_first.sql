-- A dump of three levels is loaded in alphabetical order with the checks off
-- Use: mysqldump writes tables by name, so grandchildren may come before their parents.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE unchecked_children_first__c (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
CREATE TABLE unchecked_children_first__b (id INT PRIMARY KEY AUTO_INCREMENT, up INT NOT NULL, v INT, FOREIGN KEY (up) REFERENCES unchecked_children_first__c (id) ON DELETE CASCADE);
CREATE TABLE unchecked_children_first__a (id INT PRIMARY KEY AUTO_INCREMENT, up INT NOT NULL, v INT, FOREIGN KEY (up) REFERENCES unchecked_children_first__b (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE unchecked_children_first__b AUTO_INCREMENT = 501;
ALTER TABLE unchecked_children_first__c AUTO_INCREMENT = 1001;
-- [stream]
SET foreign_key_checks = 0, unique_checks = 0;
INSERT INTO unchecked_children_first__a VALUES (1, 2, 11), (2, 1, 12);
INSERT INTO unchecked_children_first__b VALUES (1, 8, 21), (2, 9, 22);
INSERT INTO unchecked_children_first__c VALUES (8, 31), (9, 32);
SET foreign_key_checks = 1, unique_checks = 1;
DELETE FROM unchecked_children_first__c WHERE id = 8;
-- [comparison]
-- [rows]
SELECT a.v, b.v, c.v FROM unchecked_children_first__a a LEFT JOIN unchecked_children_first__b b ON b.id = a.up LEFT JOIN unchecked_children_first__c c ON c.id = b.up
11|22|32
