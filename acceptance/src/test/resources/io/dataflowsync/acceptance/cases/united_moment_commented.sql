-- One of two tables that are one on the target documents its columns; the other one has moments and measures with more digits there
-- Use: tenants with a table each, of two releases. MODIFY with a comment repeats the type of east.
-- Expected: a halt: the statement would round west's moments and measures in silence. Passed, the rows are as the sources have them.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
united_moment_commented__east: { target: united_moment_commented }
united_moment_commented__west: { target: united_moment_commented }
-- [source]
CREATE TABLE united_moment_commented__east (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), m DATETIME, x FLOAT);
CREATE TABLE united_moment_commented__west (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), m DATETIME(3), x DOUBLE);
-- [target]
CREATE TABLE united_moment_commented (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), m DATETIME(3), x DOUBLE) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO united_moment_commented__east VALUES (1, 'e1', '2020-01-01 10:00:00', 0.5);
INSERT INTO united_moment_commented__west VALUES (1, 'w1', '2020-01-01 10:00:00.750', 123456789.125);
-- [stream]
ALTER TABLE united_moment_commented__east MODIFY m DATETIME COMMENT 'when', MODIFY x FLOAT COMMENT 'how much';
-- step: halted schema-change-refused: pass statement
-- step: await applied
INSERT INTO united_moment_commented__east VALUES (2, 'e2', '2020-01-01 11:00:00', 0.25);
-- [rows]
SELECT v, CAST(CAST(m AS DATETIME(3)) AS CHAR), CAST(x AS CHAR) FROM united_moment_commented ORDER BY v
e1|2020-01-01 10:00:00.000|0.5
e2|2020-01-01 11:00:00.000|0.25
w1|2020-01-01 10:00:00.750|123456789.125
