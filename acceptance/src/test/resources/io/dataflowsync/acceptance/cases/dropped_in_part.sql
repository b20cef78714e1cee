-- A DROP TABLE of several tables that the source does in part and refuses for the rest
-- Use: a clean-up script that goes on behind errors: one table is referred to by a table that is not carried, one does not exist.
-- Expected: what the source has dropped is gone; the others are there with their rows, those behind the statement too.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
dropped_in_part__kid: { skip: true }
-- [both]
CREATE TABLE dropped_in_part__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part__b (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part__c (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part__d (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
-- [source]
CREATE TABLE dropped_in_part__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, CONSTRAINT kid_of_b FOREIGN KEY (o) REFERENCES dropped_in_part__b (id));
-- [target]
ALTER TABLE dropped_in_part__b AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO dropped_in_part__a VALUES (1, 'a');
INSERT INTO dropped_in_part__b VALUES (1, 'b');
INSERT INTO dropped_in_part__c VALUES (1, 'c');
INSERT INTO dropped_in_part__d VALUES (1, 'd');
-- [stream]
CREATE PROCEDURE dropped_in_part__p() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; DROP TABLE dropped_in_part__a, dropped_in_part__b; DROP TABLE dropped_in_part__none, dropped_in_part__c; DROP TABLE dropped_in_part__b, dropped_in_part__none; END;
CALL dropped_in_part__p();
INSERT INTO dropped_in_part__b VALUES (2, 'b2');
UPDATE dropped_in_part__b SET n = 'b1' WHERE id = 1;
CREATE TABLE dropped_in_part__c (id INT PRIMARY KEY AUTO_INCREMENT, x INT);
INSERT INTO dropped_in_part__c VALUES (1, 11);
-- [comparison]
-- [rows]
SELECT n FROM dropped_in_part__b ORDER BY n
b1
b2
SELECT x FROM dropped_in_part__c
11
SELECT n FROM dropped_in_part__d
d
SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'dropped_in_part__a'
0
