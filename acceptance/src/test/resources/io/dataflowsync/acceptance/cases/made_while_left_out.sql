-- A table is made and filled while the pipeline file leaves it out, and taken in at the next start of cdc-service
-- Use: an archive beside its table, made with LIKE; somebody notices later that it is wanted, too.
-- Expected: all its rows, those of before it was taken in included.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
made_while_left_out__old: { skip: true }
-- [both]
CREATE TABLE made_while_left_out (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
CREATE TABLE made_while_left_out__old (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO made_while_left_out VALUES (1, 'a'), (2, 'b');
-- [stream]
-- step: await applied
CREATE TABLE made_while_left_out__old LIKE made_while_left_out;
INSERT INTO made_while_left_out__old SELECT * FROM made_while_left_out;
UPDATE made_while_left_out SET v = 'bb' WHERE id = 2;
-- step: await applied
-- step: pipeline file: made_while_left_out__old: {}
INSERT INTO made_while_left_out__old VALUES (3, 'c');
UPDATE made_while_left_out__old SET v = 'aa' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT v FROM made_while_left_out__old ORDER BY v
aa
b
c
