-- A table is put aside under a name like _t_old, changed there, and put back; and the table that a tool has replaced is put back
-- Use: a table is hidden from the application while somebody mends it; or a rebuild by pt-online-schema-change is rolled back by a RENAME.
-- Expected: the rows of the table that has the name in the end; or a halt at the RENAME that puts it back, and the same when it is read again.
-- Basis: MySQL's own replication carries each of these statements and rows. No copy takes a table's place here: it is the table itself.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE put_back (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
CREATE TABLE put_back__swap (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [target]
ALTER TABLE put_back AUTO_INCREMENT = 1001;
ALTER TABLE put_back__swap AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO put_back VALUES (1, 1), (2, 2), (3, 3);
INSERT INTO put_back__swap VALUES (1, 1), (2, 2);
-- [stream]
RENAME TABLE put_back TO _put_back_old;
DELETE FROM _put_back_old WHERE id = 1;
UPDATE _put_back_old SET v = 20 WHERE id = 2;
INSERT INTO _put_back_old VALUES (4, 4);
RENAME TABLE _put_back_old TO put_back;
INSERT INTO put_back VALUES (5, 5);
CREATE TABLE _put_back__swap_new LIKE put_back__swap;
ALTER TABLE _put_back__swap_new ADD KEY by_v (v);
INSERT INTO _put_back__swap_new SELECT * FROM put_back__swap;
RENAME TABLE put_back__swap TO _put_back__swap_old, _put_back__swap_new TO put_back__swap;
INSERT INTO put_back__swap VALUES (3, 3);
UPDATE put_back__swap SET v = 10 WHERE id = 1;
-- step: await applied
RENAME TABLE put_back__swap TO _put_back__swap_new, _put_back__swap_old TO put_back__swap;
-- step: halted schema-change-refused: on target: DELETE FROM put_back__swap
-- step: pass statement
INSERT INTO put_back__swap VALUES (4, 4);
-- step: await applied
-- step: dismiss dead letters
-- step: read again: put_back__swap
-- [comparison]
-- [rows]
SELECT v FROM put_back ORDER BY v
3
4
5
20
SELECT v FROM put_back__swap ORDER BY v
1
2
4
