-- The primary key becomes another column while rows from before wait
-- Use: DROP PRIMARY KEY, ADD PRIMARY KEY: the code is the key from now on.
-- Expected: the source's rows, as with MySQL's own replication. The statement may have to be done by hand on the target.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
key_replaced_behind: { identity: keep }
-- [both]
CREATE TABLE key_replaced_behind (id INT NOT NULL PRIMARY KEY, code CHAR(4) NOT NULL, v VARCHAR(9));
-- [before]
INSERT INTO key_replaced_behind VALUES (1, 'c1', 'a'), (2, 'c2', 'b');
-- [stream]
-- step: end dpu-service
UPDATE key_replaced_behind SET code = 'd1' WHERE id = 1;
ALTER TABLE key_replaced_behind DROP PRIMARY KEY, ADD PRIMARY KEY (code);
UPDATE key_replaced_behind SET id = 1, v = 'bb' WHERE code = 'c2';
UPDATE key_replaced_behind SET v = 'aa' WHERE code = 'd1';
INSERT INTO key_replaced_behind VALUES (1, 'c3', 'c');
-- step: start dpu-service
-- step: if halted schema-change-refused: on target: ALTER TABLE key_replaced_behind DROP PRIMARY KEY, ADD PRIMARY KEY (code)
INSERT INTO key_replaced_behind VALUES (1, 'c4', 'd');
-- [comparison]
-- [rows]
SELECT id, code, v FROM key_replaced_behind ORDER BY code
1|c2|bb
1|c3|c
1|c4|d
1|d1|aa
