-- A stored column that both ends compute from a column that the target has with other digits
-- Use: prices are kept with more digits in the new database; totals are computed there, too.
-- Expected: the lane stands at the first row of which the target computes another value; as a plain column it gets the source's.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: its own
-- [source]
CREATE TABLE computed_of_unlike_columns (id INT PRIMARY KEY AUTO_INCREMENT, price FLOAT, total DECIMAL(12,4) AS (price * 3) STORED);
-- [target]
CREATE TABLE computed_of_unlike_columns (id INT PRIMARY KEY AUTO_INCREMENT, price DOUBLE, total DECIMAL(12,4) AS (price * 3) STORED);
-- [before]
INSERT INTO computed_of_unlike_columns (id, price) VALUES (1, 0.5), (2, 4);
-- [stream]
INSERT INTO computed_of_unlike_columns (id, price) VALUES (3, 1234567), (4, 16777.217);
UPDATE computed_of_unlike_columns SET price = 7 WHERE id = 1;
-- step: halted target-computes: on target: ALTER TABLE computed_of_unlike_columns MODIFY total DECIMAL(12,4)
-- [comparison]
-- [rows]
SELECT total FROM computed_of_unlike_columns ORDER BY total
12.0000
21.0000
50331.6504
3703701.0000
