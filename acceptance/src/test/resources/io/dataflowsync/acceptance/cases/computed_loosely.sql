-- Stored columns whose values a session that is not strict cuts off, divides by zero, or reads out of a text
-- Use: an application that never heard of strict mode. The target's columns are made plain for the rows that it refuses to compute.
-- Expected: dead letters until then; behind a replay the source's rows.
-- Basis: by reasoning.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE computed_loosely (id INT PRIMARY KEY AUTO_INCREMENT, a INT UNSIGNED, b INT UNSIGNED, v VARCHAR(20), ratio DECIMAL(9,2) AS (a / b) STORED, n INT AS (v + 0) STORED, short VARCHAR(3) AS (v) STORED);
-- [before]
INSERT INTO computed_loosely (id, a, b, v) VALUES (1, 10, 5, '12');
-- [stream]
SET SESSION sql_mode = '';
INSERT INTO computed_loosely (id, a, b, v) VALUES (2, 10, 0, '13'), (3, 10, 4, '14abc');
UPDATE computed_loosely SET v = 'long text' WHERE id = 2;
-- step: await applied
-- step: on target: ALTER TABLE computed_loosely MODIFY ratio DECIMAL(9,2), MODIFY n INT, MODIFY short VARCHAR(3)
-- step: replay dead letters
INSERT INTO computed_loosely (id, a, b, v) VALUES (5, 0, 1, 'x');
-- [rows]
SELECT a, b, v, ratio, n, short FROM computed_loosely ORDER BY a DESC, b, v
10|0|long text|null|0|lon
10|4|14abc|2.50|14|14a
10|5|12|2.00|12|12
0|1|x|0.00|0|x
