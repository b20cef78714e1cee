-- The files of a table are thrown away, and others are put in their place
-- Use: a table is copied from another server by its files.
-- Expected: the lane stands at the statement: no event tells of the rows.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE tablespace_discarded (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [before]
INSERT INTO tablespace_discarded VALUES (1, 'a'), (2, 'b');
-- [stream]
ALTER TABLE tablespace_discarded DISCARD TABLESPACE;
-- step: halted schema-change-refused: pass statement
-- step: on target: DELETE FROM tablespace_discarded
DROP TABLE tablespace_discarded;
CREATE TABLE tablespace_discarded (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
INSERT INTO tablespace_discarded VALUES (1, 'c');
-- [comparison]
-- [rows]
SELECT v FROM tablespace_discarded
c
