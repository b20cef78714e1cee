-- A generated column that is written with PIPES_AS_CONCAT
-- Use: a session in the mode ANSI: || joins texts there.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE pipes_as_concat (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(9), b VARCHAR(9));
-- [before]
INSERT INTO pipes_as_concat VALUES (1, 'x', 'y');
-- [stream]
SET SESSION sql_mode = 'PIPES_AS_CONCAT';
ALTER TABLE pipes_as_concat ADD COLUMN g VARCHAR(20) AS (a || '-' || b);
INSERT INTO pipes_as_concat (id, a, b) VALUES (2, '1', '2');
-- [comparison]
-- [rows]
SELECT a, b, g FROM pipes_as_concat ORDER BY a
1|2|1-2
x|y|x-y
