-- Unique values move between rows while unique_checks = 0
-- Use: a load script turns the check off for speed.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE unique_unchecked (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) UNIQUE, v INT);
-- [before]
INSERT INTO unique_unchecked VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3);
-- [stream]
SET unique_checks = 0;
BEGIN;
UPDATE unique_unchecked SET code = NULL WHERE id = 1;
UPDATE unique_unchecked SET code = 'a' WHERE id = 2;
UPDATE unique_unchecked SET code = 'b' WHERE id = 1;
COMMIT;
REPLACE INTO unique_unchecked VALUES (4, 'c', 4);
INSERT INTO unique_unchecked VALUES (5, 'd', 5), (6, 'e', 6);
-- [comparison]
-- [rows]
SELECT code, v FROM unique_unchecked ORDER BY code
a|2
b|1
c|4
d|5
e|6
