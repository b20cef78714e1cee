-- A table takes the place of another, while rows of the old one still wait
-- Use: a table is rebuilt beside the old one and swapped in, while the target is some seconds behind. It needs no stop: with 30,000 rows
-- of backlog the same happens in a running pipeline.
-- Expected: each row change is planned with the definition that its table had at its place in the binlog; rows that the target's own
-- application made stay.
-- Basis: run; what MySQL's own replication gives, beside the target's own rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE behind_a_rename (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20));
CREATE TABLE behind_a_rename__next (code VARCHAR(20) PRIMARY KEY, n VARCHAR(20));
-- [target]
INSERT INTO behind_a_rename (n) VALUES ('own 1'), ('own 2');
-- [before]
INSERT INTO behind_a_rename (n) VALUES ('a'), ('b'), ('c');
-- [stream]
-- step: end dpu-service
UPDATE behind_a_rename SET n = 'bb' WHERE n = 'b';
DELETE FROM behind_a_rename WHERE n = 'a';
RENAME TABLE behind_a_rename TO behind_a_rename__old, behind_a_rename__next TO behind_a_rename;
INSERT INTO behind_a_rename VALUES ('k', 'new');
-- step: start dpu-service
INSERT INTO behind_a_rename VALUES ('l', 'later');
-- [rows]
SELECT n FROM behind_a_rename__old ORDER BY n
bb
c
own 1
own 2
SELECT code, n FROM behind_a_rename
k|new
l|later
