-- The filter and an expression of a table that is made later name columns in another case than the table does
-- Use: the file is written before the release that brings the table; MySQL takes names of columns in any case.
-- Expected: what the file says, or dead letters, or a halt that names the column; never rows that the filter ought to keep away.
-- Basis: the pipeline file.
-- Settings: ddl: apply
-- Pipeline: its own
-- [pipeline]
filter_in_other_case: { filter: "empty(deleted)" }
filter_in_other_case__label: { columns: { label: { target: label, expression: "nick ?? 'nobody'" } } }
-- [target]
CREATE TABLE filter_in_other_case__label (id INT PRIMARY KEY AUTO_INCREMENT, Nick VARCHAR(9), label VARCHAR(20)) AUTO_INCREMENT = 1001;
-- [stream]
CREATE TABLE filter_in_other_case (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), Deleted VARCHAR(9));
INSERT INTO filter_in_other_case VALUES (1, 'a', NULL), (2, 'b', 'yes');
-- step: await applied
CREATE TABLE filter_in_other_case__label (id INT PRIMARY KEY AUTO_INCREMENT, Nick VARCHAR(9));
INSERT INTO filter_in_other_case__label VALUES (1, 'ada'), (2, NULL);
-- [or said]
deleted
which the topic does not have
-- [rows]
SELECT v FROM filter_in_other_case ORDER BY v
a
SELECT Nick, label FROM filter_in_other_case__label ORDER BY label
ada|ada
null|nobody
