-- A generated column is the key, and children refer to it
-- Use: a number with a check digit, computed from another column, is what other tables refer to.
-- Expected: the source's rows, as with MySQL's own replication. A change of a re-keys the row, and its child is moved with the checks off.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE generated_key_referenced (a INT, b INT AS (a * 10) STORED PRIMARY KEY, v VARCHAR(9));
CREATE TABLE generated_key_referenced__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES generated_key_referenced (b));
-- [before]
INSERT INTO generated_key_referenced (a, v) VALUES (1, 'one'), (2, 'two'), (3, 'three');
INSERT INTO generated_key_referenced__child VALUES (1, 10), (2, 20);
-- [stream]
UPDATE generated_key_referenced SET v = 'two b' WHERE b = 20;
INSERT INTO generated_key_referenced (a, v) VALUES (4, 'four');
INSERT INTO generated_key_referenced__child VALUES (3, 40);
DELETE FROM generated_key_referenced WHERE b = 30;
SET foreign_key_checks = 0;
UPDATE generated_key_referenced SET a = 5 WHERE b = 10;
UPDATE generated_key_referenced__child SET parent = 50 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT p.v FROM generated_key_referenced__child c LEFT JOIN generated_key_referenced p ON p.b = c.parent ORDER BY p.v
four
one
two b
SELECT b, v FROM generated_key_referenced ORDER BY b
20|two b
40|four
50|one
