-- Rows of a table that refers to itself are replaced while foreign_key_checks = 0
-- Use: a tree is loaded again with REPLACE, from the root on.
-- Expected: the source's rows, as with MySQL's own replication. The source does not cascade then.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE replaced_self (id INT PRIMARY KEY AUTO_INCREMENT, boss INT NULL, v INT, FOREIGN KEY (boss) REFERENCES replaced_self (id) ON DELETE CASCADE);
-- [before]
INSERT INTO replaced_self VALUES (1, NULL, 1), (2, 1, 2), (3, 2, 3);
-- [stream]
SET foreign_key_checks = 0;
REPLACE INTO replaced_self VALUES (1, NULL, 11);
REPLACE INTO replaced_self VALUES (2, 1, 22);
REPLACE INTO replaced_self VALUES (4, 5, 44), (5, 4, 55);
-- [comparison]
-- [rows]
SELECT c.v, p.v FROM replaced_self c LEFT JOIN replaced_self p ON p.id = c.boss ORDER BY c.v
3|22
11|null
22|11
44|55
55|44
