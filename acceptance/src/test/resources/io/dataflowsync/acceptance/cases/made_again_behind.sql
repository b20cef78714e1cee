-- A table is dropped and made again with a key of another type, while rows of the old one wait
-- Use: a table of settings is redone.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE made_again_behind (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE made_again_behind__beside (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [before]
INSERT INTO made_again_behind VALUES (1, 'old');
INSERT INTO made_again_behind__beside VALUES (1, 'old'), (2, 'old');
-- [stream]
-- step: end dpu-service
INSERT INTO made_again_behind VALUES (2, 'old 2');
UPDATE made_again_behind SET v = 'old b' WHERE id = 1;
DELETE FROM made_again_behind__beside WHERE id = 2;
DROP TABLE made_again_behind, made_again_behind__beside;
CREATE TABLE made_again_behind (code CHAR(4) PRIMARY KEY, v VARCHAR(9));
CREATE TABLE made_again_behind__beside (v VARCHAR(9), id INT PRIMARY KEY AUTO_INCREMENT);
INSERT INTO made_again_behind VALUES ('k1', 'new'), ('k2', 'new 2');
INSERT INTO made_again_behind__beside VALUES ('1', 1), ('2', 2);
UPDATE made_again_behind SET v = 'newer' WHERE code = 'k1';
-- step: start dpu-service
INSERT INTO made_again_behind VALUES ('k3', 'later');
DELETE FROM made_again_behind__beside WHERE id = 2;
-- [comparison]
-- [rows]
SELECT code, v FROM made_again_behind ORDER BY code
k1|newer
k2|new 2
k3|later
SELECT v FROM made_again_behind__beside
1
