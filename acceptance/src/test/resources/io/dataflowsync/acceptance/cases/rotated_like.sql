-- A table gets another name, and CREATE TABLE ... LIKE makes the new one of the old name
-- Use: the nightly rotation of log tables, with everything running.
-- Expected: the old rows under the dated name, the new rows under the old name, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE rotated_like (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
-- [before]
INSERT INTO rotated_like VALUES (1, 'old 1');
-- [stream]
INSERT INTO rotated_like VALUES (2, 'old 2');
RENAME TABLE rotated_like TO rotated_like__2026;
CREATE TABLE rotated_like LIKE rotated_like__2026;
INSERT INTO rotated_like VALUES (1, 'new 1');
UPDATE rotated_like__2026 SET v = 'old 1b' WHERE id = 1;
UPDATE rotated_like SET v = 'new 1b' WHERE id = 1;
INSERT INTO rotated_like VALUES (2, 'new 2');
-- [comparison]
-- [rows]
SELECT v FROM rotated_like ORDER BY v
new 1b
new 2
SELECT v FROM rotated_like__2026 ORDER BY v
old 1b
old 2
