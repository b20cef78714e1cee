-- The same where nothing tells what is gone: a table that is not captured refers to one, and CREATE TABLE IF NOT EXISTS follows
-- Use: a deployment that makes what is missing, while the capture is down.
-- Expected: the capture stops before the statement. Who skips it with the definition of the table says that it is still there.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: its own
-- [both]
CREATE TABLE dropped_in_part_unsure (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part_unsure__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
-- [target]
ALTER TABLE dropped_in_part_unsure AUTO_INCREMENT = 1001;
-- [source]
CREATE SCHEMA dropped_in_part_else;
CREATE TABLE dropped_in_part_else.kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, CONSTRAINT kid_elsewhere FOREIGN KEY (o) REFERENCES droppedinpartunsure.dropped_in_part_unsure (id));
-- [before]
INSERT INTO dropped_in_part_unsure VALUES (1, 'a');
INSERT INTO dropped_in_part_unsure__a VALUES (1, 'a');
-- [stream]
CREATE PROCEDURE dropped_in_part_unsure__p() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; DROP TABLE dropped_in_part_unsure__a, dropped_in_part_unsure; END;
-- step: await applied
-- step: end cdc-service
CALL dropped_in_part_unsure__p();
CREATE TABLE IF NOT EXISTS dropped_in_part_unsure (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
INSERT INTO dropped_in_part_unsure VALUES (2, 'b');
-- step: start cdc-service
-- step: await stopped definition-unproven
-- step: skip with CREATE TABLE dropped_in_part_unsure (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9))
UPDATE dropped_in_part_unsure SET n = 'a2' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT n FROM dropped_in_part_unsure ORDER BY n
a2
b
SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'dropped_in_part_unsure__a'
0
