-- Keys change while the pipeline carries no schema changes: the target keeps its own
-- Use: ddl: stop, which is the default; somebody else looks after the target's tables.
-- Expected: the source's rows, as with MySQL's own replication, the numbers under new keys.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE key_changed_by_hand (id INT NOT NULL PRIMARY KEY, code CHAR(4) NOT NULL, v VARCHAR(9));
CREATE TABLE key_changed_by_hand__none (a INT NOT NULL, v VARCHAR(9));
-- [target]
ALTER TABLE key_changed_by_hand MODIFY id INT NOT NULL AUTO_INCREMENT, AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO key_changed_by_hand VALUES (1, 'c1', 'a'), (2, 'c2', 'b');
INSERT INTO key_changed_by_hand__none VALUES (1, 'x'), (2, 'y');
-- [stream]
-- step: end dpu-service
UPDATE key_changed_by_hand SET v = 'aa' WHERE id = 1;
ALTER TABLE key_changed_by_hand DROP PRIMARY KEY, ADD PRIMARY KEY (code);
UPDATE key_changed_by_hand SET v = 'bb' WHERE code = 'c2';
INSERT INTO key_changed_by_hand VALUES (3, 'c3', 'c');
ALTER TABLE key_changed_by_hand__none ADD PRIMARY KEY (a);
UPDATE key_changed_by_hand__none SET v = 'yy' WHERE a = 2;
DELETE FROM key_changed_by_hand__none WHERE a = 1;
INSERT INTO key_changed_by_hand__none VALUES (3, 'z');
-- step: start dpu-service
UPDATE key_changed_by_hand SET v = 'cc' WHERE code = 'c3';
-- [comparison]
-- [rows]
SELECT code, v FROM key_changed_by_hand ORDER BY code
c1|aa
c2|bb
c3|cc
SELECT a, v FROM key_changed_by_hand__none ORDER BY a
2|yy
3|z
