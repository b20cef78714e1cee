-- Two tables whose names differ in case alone
-- Use: both servers run on Linux with lower_case_table_names = 0, and an application has tables such as Item and item.
-- Expected: each table keeps its own rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE Names_By_Case (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
CREATE TABLE names_by_case (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
-- [before]
INSERT INTO Names_By_Case VALUES (1, 'Upper 1');
INSERT INTO names_by_case VALUES (1, 'lower 1');
-- [stream]
INSERT INTO Names_By_Case VALUES (2, 'Upper 2');
UPDATE names_by_case SET v = 'lower 1b' WHERE id = 1;
UPDATE Names_By_Case SET v = 'Upper 1b' WHERE id = 1;
DELETE FROM Names_By_Case WHERE id = 2;
-- [comparison]
-- [rows]
SELECT v FROM Names_By_Case
Upper 1b
SELECT v FROM names_by_case
lower 1b
