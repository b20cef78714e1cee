-- Several schema changes and rows between them while dpu-service is away
-- Use: a deployment in the hour in which the target is down.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE changed_while_away (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT, c INT);
-- [before]
INSERT INTO changed_while_away VALUES (1, 10, 20, 30);
-- [stream]
-- step: end dpu-service
INSERT INTO changed_while_away VALUES (2, 11, 21, 31);
ALTER TABLE changed_while_away DROP COLUMN b;
INSERT INTO changed_while_away VALUES (3, 12, 32);
ALTER TABLE changed_while_away ADD COLUMN b INT AFTER id;
INSERT INTO changed_while_away VALUES (4, 23, 13, 33);
UPDATE changed_while_away SET a = 100 WHERE id = 1;
ALTER TABLE changed_while_away CHANGE a x INT, CHANGE c a INT;
INSERT INTO changed_while_away VALUES (5, 24, 14, 34);
UPDATE changed_while_away SET a = 300 WHERE id = 1;
-- step: start dpu-service
INSERT INTO changed_while_away VALUES (6, 25, 15, 35);
-- [comparison]
-- [rows]
SELECT b, x, a FROM changed_while_away ORDER BY x
null|11|31
null|12|32
23|13|33
24|14|34
25|15|35
null|100|300
