-- Temporary tables with the names of captured ones: made like them, emptied, dropped without the word TEMPORARY, renamed to them, copied by LIKE
-- Use: reports that work on copies of their own, in sessions that log rows.
-- Expected: the captured tables are as if nothing had been; the table that is made like a temporary one has its columns.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE shadows_of_all_kinds (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT);
-- [target]
ALTER TABLE shadows_of_all_kinds AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO shadows_of_all_kinds VALUES (1, 1, 10), (2, 2, 20);
-- [stream]
CREATE TEMPORARY TABLE shadows_of_all_kinds (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT);
INSERT INTO shadows_of_all_kinds VALUES (9, 9, 90);
TRUNCATE TABLE shadows_of_all_kinds;
DROP TABLE shadows_of_all_kinds;
INSERT INTO shadows_of_all_kinds VALUES (3, 3, 30);
CREATE TEMPORARY TABLE shadows_of_all_kinds (x INT NOT NULL PRIMARY KEY, y VARCHAR(9) DEFAULT 'why');
INSERT INTO shadows_of_all_kinds VALUES (1, 'temp');
CREATE TABLE shadows_of_all_kinds__like LIKE shadows_of_all_kinds;
INSERT INTO shadows_of_all_kinds__like (x) SELECT x + 1 FROM shadows_of_all_kinds;
DROP TABLE shadows_of_all_kinds;
UPDATE shadows_of_all_kinds SET b = 11 WHERE id = 1;
CREATE TEMPORARY TABLE shadows_of_all_kinds__other (id INT, b INT, a INT);
ALTER TABLE shadows_of_all_kinds__other RENAME TO shadows_of_all_kinds;
ALTER TABLE shadows_of_all_kinds ADD COLUMN c INT FIRST;
INSERT INTO shadows_of_all_kinds VALUES (1, 2, 3, 4);
DELETE FROM shadows_of_all_kinds;
DROP TABLE IF EXISTS shadows_of_all_kinds, shadows_of_all_kinds__none;
DELETE FROM shadows_of_all_kinds WHERE id = 2;
-- [comparison]
-- [rows]
SELECT a, b FROM shadows_of_all_kinds ORDER BY a
1|11
3|30
SELECT y FROM shadows_of_all_kinds__like
why
