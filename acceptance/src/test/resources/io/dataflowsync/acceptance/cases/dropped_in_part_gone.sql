-- The same where the table is gone that nothing tells of: the skip has no definition
-- Use: a deployment that makes what is missing, while the capture is down.
-- Expected: the capture stops before the statement. Who skips it without a definition says that the table was dropped.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE dropped_in_part_gone (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part_gone__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_in_part_gone__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, CONSTRAINT kid_of_a FOREIGN KEY (o) REFERENCES dropped_in_part_gone__a (id));
-- [before]
INSERT INTO dropped_in_part_gone VALUES (1, 'a');
INSERT INTO dropped_in_part_gone__a VALUES (1, 'a');
-- [stream]
CREATE PROCEDURE dropped_in_part_gone__p() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; DROP TABLE dropped_in_part_gone__a, dropped_in_part_gone; END;
-- step: await applied
-- step: end cdc-service
CALL dropped_in_part_gone__p();
CREATE TABLE IF NOT EXISTS dropped_in_part_gone (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
INSERT INTO dropped_in_part_gone VALUES (2, 'b');
-- step: start cdc-service
-- step: await stopped definition-unproven
-- step: skip
INSERT INTO dropped_in_part_gone__kid VALUES (1, 1);
-- [comparison]
-- [rows]
SELECT n FROM dropped_in_part_gone ORDER BY n
b
SELECT a.n FROM dropped_in_part_gone__kid k JOIN dropped_in_part_gone__a a ON a.id = k.o
a
