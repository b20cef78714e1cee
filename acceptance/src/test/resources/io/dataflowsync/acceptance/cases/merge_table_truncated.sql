-- TRUNCATE of a MERGE table empties the captured tables that it merges
-- Use: a log in a table a month is emptied by way of the MERGE table over them, which is left out.
-- Expected: the capture stops before it; read again, the tables are as empty as at the source.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
merge_table_truncated: { skip: true }
-- [source]
CREATE TABLE merge_table_truncated__jan (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(9)) ENGINE = MyISAM;
CREATE TABLE merge_table_truncated__feb (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(9)) ENGINE = MyISAM;
CREATE TABLE merge_table_truncated (id INT NOT NULL AUTO_INCREMENT, v VARCHAR(9), INDEX (id)) ENGINE = MERGE UNION = (merge_table_truncated__jan, merge_table_truncated__feb) INSERT_METHOD = LAST;
-- [target]
CREATE TABLE merge_table_truncated__jan (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE merge_table_truncated__feb (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, v VARCHAR(9)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO merge_table_truncated__jan VALUES (1, 'a');
INSERT INTO merge_table_truncated__feb VALUES (2, 'b');
-- [stream]
TRUNCATE TABLE merge_table_truncated;
INSERT INTO merge_table_truncated__feb VALUES (3, 'c');
-- step: await stopped source-cascade
-- step: skip
-- step: read again: merge_table_truncated__jan
-- step: read again: merge_table_truncated__feb
-- [comparison]
-- [rows]
SELECT COUNT(*) FROM merge_table_truncated__jan
0
SELECT v FROM merge_table_truncated__feb
c
