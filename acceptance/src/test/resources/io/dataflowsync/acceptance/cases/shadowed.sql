-- A temporary table has the name of a captured one for a while
-- Use: a report works on a copy of its own; its session sees the copy only.
-- Expected: the captured table and its rows are as if nothing had been; what is written to the temporary table is not captured.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE shadowed (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT);
-- [before]
INSERT INTO shadowed VALUES (1, 1, 10);
-- [stream]
CREATE TEMPORARY TABLE shadowed (id INT, b INT, a INT, z VARCHAR(9));
INSERT INTO shadowed VALUES (9, 99, 9, 'temp');
ALTER TABLE shadowed DROP COLUMN z;
DROP TEMPORARY TABLE shadowed;
INSERT INTO shadowed VALUES (2, 2, 20);
UPDATE shadowed SET b = 11 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT a, b FROM shadowed ORDER BY a
1|11
2|20
