-- A column with a capital letter in its name is moved to the end
-- Use: column names in camel case, and a MODIFY or CHANGE ... AFTER the last column.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE capital_column (id INT PRIMARY KEY AUTO_INCREMENT, Label VARCHAR(20), Amount INT);
-- [before]
INSERT INTO capital_column VALUES (1, 'one', 11);
-- [stream]
ALTER TABLE capital_column MODIFY COLUMN Label VARCHAR(20) AFTER Amount;
INSERT INTO capital_column (id, Label, Amount) VALUES (2, 'two', 22);
UPDATE capital_column SET Amount = 12 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT Label, Amount FROM capital_column ORDER BY Amount
one|12
two|22
