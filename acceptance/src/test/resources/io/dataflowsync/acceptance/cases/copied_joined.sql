-- gh-ost adds a column to one table after the other, which are one on the target, with another default; and one that the target has already
-- Use: a migration runs by gh-ost in each tenant's table; the second tenant gets another default. And the target has a column of the name of its own.
-- Expected: a halt at the RENAME, as at an ALTER TABLE of the tables themselves: a tool copies the columns that both tables have, so the new one has its default in the source.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
copied_joined__east: { target: copied_joined }
copied_joined__west: { target: copied_joined }
-- [source]
CREATE TABLE copied_joined__east (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE copied_joined__west (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE copied_joined__alone (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
CREATE TABLE copied_joined (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE copied_joined__alone (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), score INT) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO copied_joined__east VALUES (1, 'e1'), (2, 'e2');
INSERT INTO copied_joined__west VALUES (1, 'w1'), (2, 'w2');
INSERT INTO copied_joined__alone VALUES (1, 'a1'), (2, 'a2');
-- [stream]
CREATE TABLE _copied_joined__east_gho LIKE copied_joined__east;
ALTER TABLE _copied_joined__east_gho ADD COLUMN m INT NOT NULL DEFAULT 5;
INSERT IGNORE INTO _copied_joined__east_gho (id, v) SELECT id, v FROM copied_joined__east LOCK IN SHARE MODE;
RENAME TABLE copied_joined__east TO _copied_joined__east_del, _copied_joined__east_gho TO copied_joined__east;
INSERT INTO copied_joined__east (id, v) VALUES (3, 'e3');
DROP TABLE IF EXISTS _copied_joined__east_del;
-- step: await applied
CREATE TABLE _copied_joined__west_gho LIKE copied_joined__west;
ALTER TABLE _copied_joined__west_gho ADD COLUMN m INT NOT NULL DEFAULT 6;
INSERT IGNORE INTO _copied_joined__west_gho (id, v) SELECT id, v FROM copied_joined__west LOCK IN SHARE MODE;
RENAME TABLE copied_joined__west TO _copied_joined__west_del, _copied_joined__west_gho TO copied_joined__west;
INSERT INTO copied_joined__west (id, v) VALUES (3, 'w3');
DROP TABLE IF EXISTS _copied_joined__west_del;
-- step: halted schema-change-refused: on target: UPDATE copied_joined SET m = 6 WHERE v LIKE 'w%'
-- step: pass statement
-- step: await applied
-- step: on target: UPDATE copied_joined__alone SET score = 99
CREATE TABLE _copied_joined__alone_gho LIKE copied_joined__alone;
ALTER TABLE _copied_joined__alone_gho ADD COLUMN score INT NOT NULL DEFAULT 0;
INSERT IGNORE INTO _copied_joined__alone_gho (id, v) SELECT id, v FROM copied_joined__alone LOCK IN SHARE MODE;
RENAME TABLE copied_joined__alone TO _copied_joined__alone_del, _copied_joined__alone_gho TO copied_joined__alone;
-- step: halted schema-change-refused: on target: UPDATE copied_joined__alone SET score = 0
-- [rows]
SELECT v, m FROM copied_joined ORDER BY v
e1|5
e2|5
e3|5
w1|6
w2|6
w3|6
SELECT v, score FROM copied_joined__alone ORDER BY v
a1|0
a2|0
