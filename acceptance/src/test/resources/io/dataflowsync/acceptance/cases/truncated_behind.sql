-- A renamed table is emptied, and the new one of its name is not, while rows wait
-- Use: the rotation keeps one old table and empties it.
-- Expected: each table has its own rows; what the target's own application made stays.
-- Basis: run with MySQL's own replication, 5.7 to 8.0, without the target's own row.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE truncated_behind (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
INSERT INTO truncated_behind (v) VALUES ('own');
-- [before]
INSERT INTO truncated_behind VALUES (1, 'old 1'), (2, 'old 2');
-- [stream]
-- step: end dpu-service
INSERT INTO truncated_behind VALUES (3, 'old 3');
RENAME TABLE truncated_behind TO truncated_behind__old;
CREATE TABLE truncated_behind LIKE truncated_behind__old;
INSERT INTO truncated_behind VALUES (1, 'new 1'), (2, 'new 2');
TRUNCATE TABLE truncated_behind__old;
INSERT INTO truncated_behind__old VALUES (1, 'after');
-- step: start dpu-service
UPDATE truncated_behind SET v = 'new 1b' WHERE id = 1;
-- [rows]
SELECT v FROM truncated_behind ORDER BY v
new 1b
new 2
SELECT v FROM truncated_behind__old ORDER BY v
after
own
