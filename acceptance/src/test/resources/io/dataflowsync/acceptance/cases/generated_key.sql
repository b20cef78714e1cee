-- The primary key is a generated column
-- Use: an application computes the key from another column, and changes or deletes one row at a time.
-- Expected: each statement changes its own row and no other, as with MySQL's own replication. The key is computed from a, so it is
-- the same at both ends; the change of a re-keys the row.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE generated_key (a INT, v VARCHAR(10), b INT AS (a + 1) STORED PRIMARY KEY);
-- [before]
INSERT INTO generated_key (a, v) VALUES (1, 'x'), (2, 'y'), (3, 'z');
-- [stream]
UPDATE generated_key SET v = 'yy' WHERE a = 2;
UPDATE generated_key SET a = 10 WHERE a = 1;
DELETE FROM generated_key WHERE a = 3;
-- [comparison]
-- [rows]
SELECT a, v, b FROM generated_key ORDER BY a
2|yy|3
10|x|11
