-- A view gets another name, and a table takes the one that it had
-- Use: an application is moved from a table to a view and back.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE view_renamed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [source]
CREATE VIEW view_renamed__seen AS SELECT * FROM view_renamed;
-- [before]
INSERT INTO view_renamed VALUES (1, 'a');
-- [stream]
RENAME TABLE view_renamed__seen TO view_renamed__looked;
RENAME TABLE view_renamed TO view_renamed__seen;
INSERT INTO view_renamed__seen VALUES (2, 'b');
DROP VIEW view_renamed__looked;
CREATE TABLE view_renamed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
INSERT INTO view_renamed VALUES (1, 'c');
-- [comparison]
-- [rows]
SELECT v FROM view_renamed__seen ORDER BY v
a
b
SELECT v FROM view_renamed
c
