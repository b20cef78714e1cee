-- The same while cdc-service is away, a parent named before its child, and tables made and changed again behind it
-- Use: a deployment that drops what it makes anew, while the capture is down.
-- Expected: the source's rows: a parent that was refused since its child was still there keeps them; the child that was dropped behind it is new.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE dropped_in_part_behind__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part_behind__b (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part_behind__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, CONSTRAINT dropped_in_part_behind_kid_of_b FOREIGN KEY (o) REFERENCES dropped_in_part_behind__b (id));
CREATE TABLE dropped_in_part_behind__c (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part_behind__only (id INT PRIMARY KEY AUTO_INCREMENT, o INT, CONSTRAINT dropped_in_part_behind_only_of_c FOREIGN KEY (o) REFERENCES dropped_in_part_behind__c (id));
-- [target]
ALTER TABLE dropped_in_part_behind__b AUTO_INCREMENT = 1001;
ALTER TABLE dropped_in_part_behind__c AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO dropped_in_part_behind__a VALUES (1, 'a');
INSERT INTO dropped_in_part_behind__b VALUES (1, 'b');
INSERT INTO dropped_in_part_behind__kid VALUES (1, 1);
INSERT INTO dropped_in_part_behind__c VALUES (1, 'c');
INSERT INTO dropped_in_part_behind__only VALUES (1, 1);
-- [stream]
CREATE PROCEDURE dropped_in_part_behind__p() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; DROP TABLE dropped_in_part_behind__b, dropped_in_part_behind__a, dropped_in_part_behind__none; DROP TABLE IF EXISTS dropped_in_part_behind__c, dropped_in_part_behind__only; END;
-- step: await applied
-- step: end cdc-service
CALL dropped_in_part_behind__p();
CREATE TABLE dropped_in_part_behind__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9), x INT);
INSERT INTO dropped_in_part_behind__a VALUES (1, 'new', 5);
INSERT INTO dropped_in_part_behind__b VALUES (2, 'b2');
INSERT INTO dropped_in_part_behind__kid VALUES (2, 2);
ALTER TABLE dropped_in_part_behind__b ADD COLUMN x INT;
INSERT INTO dropped_in_part_behind__b VALUES (3, 'b3', 3);
CREATE TABLE IF NOT EXISTS dropped_in_part_behind__c (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part_behind__only (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w INT, CONSTRAINT dropped_in_part_behind_only_of_c_again FOREIGN KEY (o) REFERENCES dropped_in_part_behind__c (id));
INSERT INTO dropped_in_part_behind__only VALUES (5, 1, 55);
INSERT INTO dropped_in_part_behind__c VALUES (2, 'c2');
-- step: start cdc-service
-- [comparison]
-- [rows]
SELECT n, x FROM dropped_in_part_behind__a
new|5
SELECT n, x FROM dropped_in_part_behind__b ORDER BY n
b|null
b2|null
b3|3
SELECT b.n FROM dropped_in_part_behind__kid k LEFT JOIN dropped_in_part_behind__b b ON b.id = k.o ORDER BY b.n
b
b2
SELECT n FROM dropped_in_part_behind__c ORDER BY n
c
c2
SELECT o.w, c.n FROM dropped_in_part_behind__only o LEFT JOIN dropped_in_part_behind__c c ON c.id = o.o ORDER BY o.w
55|c
