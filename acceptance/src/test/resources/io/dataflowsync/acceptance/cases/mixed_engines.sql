-- One transaction writes to tables with and without transactions, and is rolled back; statements on the one without fail half way
-- Use: an old application with a log in MyISAM, on a source without GTIDs, where that is allowed.
-- Expected: the source's rows: what MyISAM has written stays.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: its own
-- Source: --gtid-mode=OFF --enforce-gtid-consistency=OFF
-- [pipeline]
mixed_engines__log: { references: { o: mixed_engines } }
-- [source]
CREATE TABLE mixed_engines (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) ENGINE = InnoDB;
CREATE TABLE mixed_engines__log (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9)) ENGINE = MyISAM;
-- [target]
CREATE TABLE mixed_engines (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE mixed_engines__log (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO mixed_engines VALUES (1, 'a');
INSERT INTO mixed_engines__log VALUES (1, 1, 'a');
-- [stream]
-- step: end dpu-service
START TRANSACTION;
INSERT INTO mixed_engines VALUES (2, 'b');
INSERT INTO mixed_engines__log VALUES (2, 2, 'b');
UPDATE mixed_engines SET v = 'undone' WHERE id = 1;
INSERT INTO mixed_engines__log VALUES (10, 1, 'x');
ROLLBACK;
CREATE PROCEDURE mixed_engines__half() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; INSERT INTO mixed_engines__log VALUES (20, 1, 'y'), (21, 1, 'z'), (20, 1, 'twice'), (22, 1, 'no'); UPDATE mixed_engines__log SET id = IF(id = 10, 11, 21) WHERE id IN (10, 20) ORDER BY id; END;
CALL mixed_engines__half();
START TRANSACTION;
INSERT INTO mixed_engines VALUES (3, 'c');
INSERT INTO mixed_engines__log VALUES (30, 3, 'c');
UPDATE mixed_engines__log SET w = 'cc' WHERE o = 3;
COMMIT;
DELETE FROM mixed_engines__log WHERE id = 21;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT l.w, m.v FROM mixed_engines__log l LEFT JOIN mixed_engines m ON m.id = l.o ORDER BY l.w
a|a
b|null
cc|c
x|a
y|a
