-- Views, procedures, temporary tables, indexes and upkeep are nobody's row
-- [both]
CREATE TABLE other_things (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
-- [stream]
CREATE VIEW other_things__view AS SELECT n FROM other_things;
CREATE PROCEDURE other_things__add (IN many INT) BEGIN DECLARE i INT DEFAULT 0; WHILE i < many DO SET i = i + 1; INSERT INTO other_things (n) VALUES (i); END WHILE; END;
CREATE FUNCTION other_things__one () RETURNS INT DETERMINISTIC NO SQL RETURN 1;
CALL other_things__add (3);
CREATE TEMPORARY TABLE other_things__temporary (id INT PRIMARY KEY);
INSERT INTO other_things__temporary VALUES (1);
INSERT INTO other_things (n) SELECT id + 3 FROM other_things__temporary;
DROP TEMPORARY TABLE other_things__temporary;
CREATE INDEX by_n ON other_things (n);
ANALYZE TABLE other_things;
OPTIMIZE TABLE other_things;
ALTER TABLE other_things COMMENT = 'it''s "commented"';
DROP INDEX by_n ON other_things;
CREATE USER 'other things'@'%' IDENTIFIED BY 'x';
DROP USER 'other things'@'%';
FLUSH TABLES;
UPDATE other_things SET n = n + 10 WHERE n = other_things__one();
DROP VIEW other_things__view;
DROP PROCEDURE other_things__add;
-- [events]
insert other_things {"id":1,"n":1}
insert other_things {"id":2,"n":2}
insert other_things {"id":3,"n":3}
insert other_things {"id":4,"n":4}
schema-change other_things CREATE INDEX by_n ON other_things (n)
schema-change other_things ALTER TABLE other_things COMMENT = 'it''s "commented"'
schema-change other_things DROP INDEX by_n ON other_things
update other_things {"id":1,"n":1} {"id":1,"n":11}
-- [rows]
SELECT n FROM other_things ORDER BY n
2
3
4
11
