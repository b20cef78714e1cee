-- Rows of captured MyISAM tables are written through a MERGE table that is left out
-- Use: a log in a table a month, and a MERGE table over them through which applications write. The target has no MERGE table, so it is left out.
-- Expected: the rows arrive in the tables that have them; or the capture stops: they stand in the binlog under the MERGE table's name alone.
-- Basis: the source's rows, which MySQL's own replication has too (it has the MERGE table).
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
merge_table: { skip: true }
-- [source]
CREATE TABLE merge_table__jan (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(9)) ENGINE = MyISAM;
CREATE TABLE merge_table__feb (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(9)) ENGINE = MyISAM;
CREATE TABLE merge_table (id INT NOT NULL AUTO_INCREMENT, v VARCHAR(9), INDEX (id)) ENGINE = MERGE UNION = (merge_table__jan, merge_table__feb) INSERT_METHOD = LAST;
-- [target]
CREATE TABLE merge_table__jan (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE merge_table__feb (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(9)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO merge_table__jan VALUES (1, 'a');
INSERT INTO merge_table__feb VALUES (2, 'b');
-- [stream]
INSERT INTO merge_table (id, v) VALUES (3, 'c');
UPDATE merge_table SET v = 'a2' WHERE id = 1;
SET SESSION binlog_format = STATEMENT, foreign_key_checks = 0;
INSERT INTO merge_table (id, v) VALUES (4, 'd');
-- step: await stopped source-cascade
-- step: skip
-- step: await stopped source-cascade
-- step: skip
-- step: await stopped source-statement
-- step: skip
-- step: read again: merge_table__jan
-- step: read again: merge_table__feb
-- [comparison]
-- [rows]
SELECT v FROM merge_table__jan
a2
SELECT v FROM merge_table__feb ORDER BY v
b
c
d
