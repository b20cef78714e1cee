-- Two columns of one type change names in one ALTER
-- Use: CHANGE a b, CHANGE b a: a mix-up is put right without touching the rows.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE columns_change_names (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT, c INT);
-- [before]
INSERT INTO columns_change_names VALUES (1, 10, 20, 30);
-- [stream]
ALTER TABLE columns_change_names CHANGE a b INT, CHANGE b a INT;
INSERT INTO columns_change_names (id, a, b, c) VALUES (2, 21, 11, 31);
ALTER TABLE columns_change_names CHANGE b old_b INT, CHANGE a b INT, ADD COLUMN a INT AFTER id;
INSERT INTO columns_change_names (id, a, b, old_b, c) VALUES (3, 1, 22, 12, 32);
UPDATE columns_change_names SET c = 33 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT a, b, old_b, c FROM columns_change_names ORDER BY old_b
null|20|10|33
null|21|11|31
1|22|12|32
