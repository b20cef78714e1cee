-- Columns of equal types are moved to the first place and among each other
-- Use: somebody likes the columns in another order.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE moved_first (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT, c INT);
-- [before]
INSERT INTO moved_first VALUES (1, 10, 20, 30);
-- [stream]
ALTER TABLE moved_first MODIFY c INT FIRST;
INSERT INTO moved_first (id, a, b, c) VALUES (2, 11, 21, 31);
ALTER TABLE moved_first MODIFY b INT FIRST, MODIFY a INT AFTER b, MODIFY COLUMN id INT NOT NULL AUTO_INCREMENT AFTER c;
INSERT INTO moved_first (id, a, b, c) VALUES (3, 12, 22, 32);
UPDATE moved_first SET a = 13 WHERE b = 20;
-- [comparison]
-- [rows]
SELECT a, b, c FROM moved_first ORDER BY b
13|20|30
11|21|31
12|22|32
