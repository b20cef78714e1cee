-- A numbered key is dropped while rows from before wait; then equal rows come, and the table is emptied
-- Use: a table becomes a log.
-- Expected: the source's rows, as with MySQL's own replication, the numbers under new keys; the target's own rows stay.
-- Basis: run with MySQL's own replication, 5.7 to 8.0, without the target's own rows, which are by reasoning.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE key_dropped (id INT NOT NULL, v VARCHAR(9), PRIMARY KEY (id));
CREATE TABLE key_dropped__emptied (id INT NOT NULL, v VARCHAR(9), PRIMARY KEY (id));
-- [target]
ALTER TABLE key_dropped MODIFY id INT NOT NULL AUTO_INCREMENT;
ALTER TABLE key_dropped__emptied MODIFY id INT NOT NULL AUTO_INCREMENT;
INSERT INTO key_dropped (v) VALUES ('own');
INSERT INTO key_dropped__emptied (v) VALUES ('own');
-- [before]
INSERT INTO key_dropped VALUES (1, 'a'), (2, 'b');
INSERT INTO key_dropped__emptied VALUES (1, 'a'), (2, 'b');
-- [stream]
-- step: end dpu-service
UPDATE key_dropped SET v = 'aa' WHERE id = 1;
ALTER TABLE key_dropped DROP PRIMARY KEY;
DROP INDEX `PRIMARY` ON key_dropped__emptied;
UPDATE key_dropped SET v = 'bb' WHERE id = 2;
INSERT INTO key_dropped VALUES (1, 'aa'), (3, 'c'), (1, 'aa');
DELETE FROM key_dropped WHERE id = 1 LIMIT 1;
INSERT INTO key_dropped__emptied VALUES (1, 'aa'), (3, 'c');
TRUNCATE TABLE key_dropped__emptied;
INSERT INTO key_dropped__emptied VALUES (2, 'after');
-- step: start dpu-service
INSERT INTO key_dropped VALUES (4, 'd');
-- [rows]
SELECT v FROM key_dropped ORDER BY v
aa
aa
bb
c
d
own
SELECT COUNT(DISTINCT id) FROM key_dropped WHERE v = 'aa'
1
SELECT v FROM key_dropped__emptied ORDER BY v
after
own
