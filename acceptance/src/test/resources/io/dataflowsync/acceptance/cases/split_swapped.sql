-- A table whose rows go to two targets is copied and swapped
-- Use: old rows are thrown away by copy and swap; the target has the table twice, once for reports. The copies have no section in the file.
-- Expected: a halt at the RENAME; emptied and read again, both targets have the rows of the new table.
-- Basis: the pipeline file.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
split_swapped: { targets: [{ target: split_swapped }, { target: split_swapped__report }] }
-- [source]
CREATE TABLE split_swapped (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
CREATE TABLE split_swapped (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE split_swapped__report (id INT PRIMARY KEY, v VARCHAR(9));
-- [before]
INSERT INTO split_swapped VALUES (1, 'a'), (2, 'b'), (3, 'c');
-- [stream]
CREATE TABLE split_swapped__new LIKE split_swapped;
INSERT INTO split_swapped__new SELECT id, v FROM split_swapped WHERE id > 2;
RENAME TABLE split_swapped TO split_swapped__old, split_swapped__new TO split_swapped;
INSERT INTO split_swapped VALUES (4, 'd');
-- step: halted schema-change-refused: on target: DELETE FROM split_swapped__report
-- step: on target: DELETE FROM split_swapped
-- step: on target: RENAME TABLE split_swapped__new TO split_swapped__old
-- step: on target: DELETE FROM split_swapped__old
-- step: pass statement
-- step: halted schema-change-refused: pass statement
-- step: await applied
-- step: read again: split_swapped
-- step: read again: split_swapped__old
-- [comparison]
-- [rows]
SELECT v FROM split_swapped ORDER BY v
c
d
SELECT v FROM split_swapped__old ORDER BY v
a
b
c
SELECT v FROM split_swapped__report ORDER BY v
c
d
