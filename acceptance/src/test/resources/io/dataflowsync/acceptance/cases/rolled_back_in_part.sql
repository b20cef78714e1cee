-- A trigger writes to a table without transactions, and the transaction is rolled back
-- Use: an audit in MyISAM by a trigger, on a source without GTIDs, where that is allowed.
-- Expected: the source's rows: what the trigger has written stays.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: its own
-- Source: --gtid-mode=OFF --enforce-gtid-consistency=OFF
-- [pipeline]
rolled_back_in_part__audit: { references: { o: rolled_back_in_part } }
-- [source]
CREATE TABLE rolled_back_in_part (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE rolled_back_in_part__audit (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9)) ENGINE = MyISAM;
CREATE TRIGGER rolled_back_in_part_audits AFTER INSERT ON rolled_back_in_part FOR EACH ROW INSERT INTO rolled_back_in_part__audit (o, w) VALUES (NEW.id, NEW.v);
-- [target]
CREATE TABLE rolled_back_in_part (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE rolled_back_in_part__audit (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO rolled_back_in_part VALUES (1, 'a');
-- [stream]
START TRANSACTION;
INSERT INTO rolled_back_in_part VALUES (2, 'b');
ROLLBACK;
INSERT INTO rolled_back_in_part VALUES (3, 'c');
-- [comparison]
-- [rows]
SELECT a.w, r.v FROM rolled_back_in_part__audit a LEFT JOIN rolled_back_in_part r ON r.id = a.o ORDER BY a.w
a|a
b|null
c|c
SELECT v FROM rolled_back_in_part ORDER BY v
a
c
