-- Columns are named in another case than the table has them
-- Use: statements of several authors; MySQL compares names of columns without case.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE cased_columns (Id INT PRIMARY KEY AUTO_INCREMENT, FirstName VARCHAR(9), lastname VARCHAR(9), Born DATE);
-- [before]
INSERT INTO cased_columns VALUES (1, 'Ada', 'L', '2001-01-01');
-- [stream]
ALTER TABLE cased_columns CHANGE FIRSTNAME firstName VARCHAR(20), ADD COLUMN Nick VARCHAR(9) AFTER FIRSTNAME;
INSERT INTO cased_columns VALUES (2, 'Bob', 'bo', 'M', '2002-02-02');
ALTER TABLE cased_columns DROP COLUMN NICK, MODIFY BORN DATE AFTER ID;
INSERT INTO cased_columns VALUES (3, '2003-03-03', 'Cy', 'N');
UPDATE cased_columns SET LASTNAME = 'O' WHERE ID = 1;
-- [comparison]
-- [rows]
SELECT firstName, lastname, Born FROM cased_columns ORDER BY firstName
Ada|O|2001-01-01
Bob|M|2002-02-02
Cy|N|2003-03-03
