-- A captured table, _t_old, is left out from the moment on at which a table t is made
-- Use: an archive _orders_old is there, and captured, since there is no table orders any more. Then a new application makes orders.
-- Expected: a table that is captured stays so, or something stops: its rows are on the target, and go stale without a word in the middle of the stream.
-- Basis: MySQL's own replication. What is documented concerns tables that are left out from the start, with their names in the log and in ./dfs check.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE _old_beside_old (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [target]
ALTER TABLE _old_beside_old AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO _old_beside_old VALUES (1, 1), (2, 2);
-- [stream]
INSERT INTO _old_beside_old VALUES (3, 3);
-- step: await applied
CREATE TABLE old_beside (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
INSERT INTO old_beside VALUES (1, 10);
INSERT INTO _old_beside_old VALUES (4, 4);
UPDATE _old_beside_old SET v = 11 WHERE id = 1;
DELETE FROM _old_beside_old WHERE id = 2;
-- [rows]
SELECT v FROM old_beside
10
SELECT v FROM _old_beside_old ORDER BY v
3
4
11
