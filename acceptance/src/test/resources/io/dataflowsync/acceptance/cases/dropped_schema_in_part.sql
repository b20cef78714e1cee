-- DROP DATABASE that the source does in part, since a table of another schema refers to one of its tables
-- Use: a deployment from scratch that fails half-way.
-- Expected: the tables that are gone are gone; the one that stays has its rows, those behind the statement too.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: its own
-- Schemas: dropped_schema_in_part_more
-- [source]
CREATE TABLE dropped_schema_in_part_more.dropped_schema_in_part (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE dropped_schema_in_part_more.dropped_schema_in_part__a (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE dropped_schema_in_part_more.dropped_schema_in_part__z (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE dropped_schema_in_part__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, CONSTRAINT kid_of FOREIGN KEY (o) REFERENCES dropped_schema_in_part_more.dropped_schema_in_part (id));
-- [target]
CREATE TABLE dropped_schema_in_part (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE dropped_schema_in_part__a (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE dropped_schema_in_part__z (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE dropped_schema_in_part__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, CONSTRAINT kid_of FOREIGN KEY (o) REFERENCES dropped_schema_in_part (id));
ALTER TABLE dropped_schema_in_part AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO dropped_schema_in_part_more.dropped_schema_in_part VALUES (1, 'a');
INSERT INTO dropped_schema_in_part_more.dropped_schema_in_part__a VALUES (1, 'a');
INSERT INTO dropped_schema_in_part_more.dropped_schema_in_part__z VALUES (1, 'z');
INSERT INTO dropped_schema_in_part__kid VALUES (1, 1);
-- [stream]
CREATE PROCEDURE dropped_schema_in_part__p() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; DROP DATABASE dropped_schema_in_part_more; END;
CALL dropped_schema_in_part__p();
INSERT INTO dropped_schema_in_part_more.dropped_schema_in_part VALUES (2, 'b');
INSERT INTO dropped_schema_in_part__kid VALUES (2, 2);
-- [rows]
SELECT p.v FROM dropped_schema_in_part__kid k LEFT JOIN dropped_schema_in_part p ON p.id = k.o ORDER BY p.v
a
b
SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN ('dropped_schema_in_part__a', 'dropped_schema_in_part__z')
0
