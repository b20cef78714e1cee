-- With ddl: stop a column is dropped and stays on the target; a new one gets its name
-- Use: a column is given up, and months later there is one of that name again.
-- Expected: a halt: the rows on the target have the values of the earlier one.
-- Basis: the source's rows.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [both]
CREATE TABLE column_left_there (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state INT);
-- [before]
INSERT INTO column_left_there VALUES (1, 'a', 7), (2, 'b', 8);
-- [stream]
ALTER TABLE column_left_there DROP COLUMN state;
INSERT INTO column_left_there VALUES (3, 'c');
ALTER TABLE column_left_there ADD COLUMN state INT DEFAULT 1;
UPDATE column_left_there SET state = 9 WHERE id = 2;
-- step: halted schema-change-refused: on target: ALTER TABLE column_left_there DROP COLUMN state, ADD COLUMN state INT DEFAULT 1
-- [comparison]
-- [rows]
SELECT v, state FROM column_left_there ORDER BY v
a|1
b|9
c|1
