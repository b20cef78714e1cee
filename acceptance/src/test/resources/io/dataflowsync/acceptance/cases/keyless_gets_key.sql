-- A table without a key gets one while rows from before wait
-- Use: somebody adds the missing primary key.
-- Expected: the source's rows, as with MySQL's own replication. The statement may have to be done by hand on the target.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
keyless_gets_key: { identity: keep }
-- [both]
CREATE TABLE keyless_gets_key (a INT NOT NULL, v VARCHAR(9));
-- [before]
INSERT INTO keyless_gets_key VALUES (1, 'x'), (2, 'y');
-- [stream]
-- step: end dpu-service
UPDATE keyless_gets_key SET v = 'xx' WHERE a = 1;
ALTER TABLE keyless_gets_key ADD PRIMARY KEY (a);
UPDATE keyless_gets_key SET v = 'yy' WHERE a = 2;
DELETE FROM keyless_gets_key WHERE a = 1;
INSERT INTO keyless_gets_key VALUES (3, 'z');
-- step: start dpu-service
-- step: if halted schema-change-refused: on target: ALTER TABLE keyless_gets_key ADD PRIMARY KEY (a)
INSERT INTO keyless_gets_key VALUES (4, 'later');
-- [comparison]
-- [rows]
SELECT a, v FROM keyless_gets_key ORDER BY a
2|yy
3|z
4|later
