-- The first part of a RENAME of several tables is passed, and the file has a filter for the name of a later one
-- Use: a staging table that is left out becomes a table that is captured; the halt is passed, as the text says.
-- Expected: a halt for the rows of the later table all the same.
-- Basis: the pipeline file, for the rows of the source.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
passed_first_part__staging: { skip: true }
passed_first_part__eu: { filter: "region == 'EU'" }
-- [both]
CREATE TABLE passed_first_part (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE passed_first_part__all (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), region CHAR(2));
-- [source]
CREATE TABLE passed_first_part__staging (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
CREATE TABLE passed_first_part__now (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [before]
INSERT INTO passed_first_part VALUES (1, 'p');
INSERT INTO passed_first_part__all VALUES (1, 'a', 'EU'), (2, 'b', 'US');
INSERT INTO passed_first_part__staging VALUES (1, 's');
-- [stream]
RENAME TABLE passed_first_part__staging TO passed_first_part__now, passed_first_part__all TO passed_first_part__eu;
INSERT INTO passed_first_part__eu VALUES (3, 'c', 'US'), (4, 'd', 'EU');
-- step: halted schema-change-refused: pass statement
-- step: halted schema-change-refused: on target: DELETE FROM passed_first_part__all
-- step: dismiss dead letters
-- step: read again: passed_first_part__eu
-- step: read again: passed_first_part__now
INSERT INTO passed_first_part VALUES (2, 'q');
-- [comparison]
-- [rows]
SELECT v FROM passed_first_part__eu ORDER BY v
a
d
SELECT v FROM passed_first_part__now
s
