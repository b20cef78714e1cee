-- A stored column of WEEK with one argument is added, and a table with one is made
-- Use: reports of the week; whoever wrote the statement left the mode to the server.
-- Expected: a halt, since the mode is the default_week_format of the source's session; by hand with the mode, the source's rows.
-- Basis: by reasoning: the server puts the session's default_week_format into the expression when it makes the column.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE computed_week (id INT PRIMARY KEY AUTO_INCREMENT, d DATE);
-- [before]
INSERT INTO computed_week VALUES (1, '2021-01-01');
-- [stream]
ALTER TABLE computed_week ADD COLUMN w INT AS (WEEK(d)) STORED;
-- step: halted schema-change-refused: on target: ALTER TABLE computed_week ADD COLUMN w INT AS (WEEK(d, 0)) STORED
-- step: pass statement
-- step: await applied
INSERT INTO computed_week (id, d) VALUES (2, '2021-01-03');
CREATE TABLE computed_week__made (id INT PRIMARY KEY, d DATE, w INT AS (WEEK(d)) STORED);
-- step: halted schema-change-refused: on target: CREATE TABLE computed_week__made (id INT PRIMARY KEY AUTO_INCREMENT, d DATE, w INT AS (WEEK(d, 0)) STORED)
-- step: pass statement
-- step: await applied
INSERT INTO computed_week__made (id, d) VALUES (2, '2021-01-10');
-- [comparison]
-- [rows]
SELECT d, w FROM computed_week ORDER BY d
2021-01-01|0
2021-01-03|1
SELECT d, w FROM computed_week__made
2021-01-10|2
