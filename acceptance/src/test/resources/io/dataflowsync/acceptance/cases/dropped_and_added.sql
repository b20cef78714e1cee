-- A column is dropped and added again in one ALTER
-- Use: its values are thrown away on purpose; the new one stands at the end, and has the type of its neighbour.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE dropped_and_added (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT);
-- [before]
INSERT INTO dropped_and_added VALUES (1, 10, 20);
-- [stream]
ALTER TABLE dropped_and_added DROP COLUMN a, ADD COLUMN a INT;
INSERT INTO dropped_and_added (id, a, b) VALUES (2, 11, 21);
UPDATE dropped_and_added SET b = 22 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT a, b FROM dropped_and_added ORDER BY b
11|21
null|22
