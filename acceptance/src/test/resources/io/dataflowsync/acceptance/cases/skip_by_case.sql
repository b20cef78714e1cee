-- Of two tables whose names differ in case alone one is left out by the pipeline file
-- Use: an application came from Windows; beside its table Orders there is an old one, orders, that nobody needs.
-- Expected: the rows of the captured table, before and behind a restart of cdc-service; nothing of the other, and no stop.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: its own
-- [pipeline]
skip_by_case: { skip: true }
-- [source]
CREATE TABLE Skip_By_Case (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE skip_by_case (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
CREATE TABLE Skip_By_Case (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [before]
INSERT INTO Skip_By_Case VALUES (1, 'a');
INSERT INTO skip_by_case VALUES (1, 'not this');
-- [stream]
INSERT INTO Skip_By_Case VALUES (2, 'b');
-- step: await applied
-- step: end cdc-service
INSERT INTO Skip_By_Case VALUES (3, 'c');
INSERT INTO skip_by_case VALUES (2, 'nor this');
-- step: start cdc-service
UPDATE Skip_By_Case SET v = 'aa' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT v FROM Skip_By_Case ORDER BY id
aa
b
c
