-- The same, and cdc-service is killed right behind it, more than once; views and temporary tables stand in the list
-- Use: a clean-up script.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE dropped_in_part_killed__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part_killed__b (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part_killed__c (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part_killed__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, CONSTRAINT dropped_in_part_killed_kid_of_b FOREIGN KEY (o) REFERENCES dropped_in_part_killed__b (id) ON DELETE CASCADE);
-- [source]
CREATE VIEW dropped_in_part_killed__view AS SELECT n FROM dropped_in_part_killed__b;
-- [target]
ALTER TABLE dropped_in_part_killed__b AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO dropped_in_part_killed__a VALUES (1, 'a');
INSERT INTO dropped_in_part_killed__b VALUES (1, 'b');
INSERT INTO dropped_in_part_killed__c VALUES (1, 'c');
INSERT INTO dropped_in_part_killed__kid VALUES (1, 1);
-- [stream]
CREATE PROCEDURE dropped_in_part_killed__p() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; CREATE TEMPORARY TABLE dropped_in_part_killed__c (x INT); DROP TABLE dropped_in_part_killed__c, dropped_in_part_killed__view, dropped_in_part_killed__a; DROP TABLE dropped_in_part_killed__b, dropped_in_part_killed__view; END;
CALL dropped_in_part_killed__p();
-- step: end cdc-service
INSERT INTO dropped_in_part_killed__b VALUES (2, 'b2');
-- step: start cdc-service
INSERT INTO dropped_in_part_killed__kid VALUES (2, 2);
-- step: await applied
-- step: end cdc-service
DROP TABLE dropped_in_part_killed__kid;
CALL dropped_in_part_killed__p();
CREATE TABLE dropped_in_part_killed__b (id INT PRIMARY KEY AUTO_INCREMENT, x INT);
INSERT INTO dropped_in_part_killed__b VALUES (1, 11);
-- step: start cdc-service
UPDATE dropped_in_part_killed__c SET n = 'c2' WHERE id = 1;
-- [rows]
SELECT x FROM dropped_in_part_killed__b
11
SELECT n FROM dropped_in_part_killed__c
c2
SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN ('dropped_in_part_killed__a', 'dropped_in_part_killed__kid')
0
