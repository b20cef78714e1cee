-- A stored FLOAT that both ends compute of the same values, in a table with a blank in its name, by the snapshot
-- Use: tables that came from a spreadsheet.
-- Expected: the source's rows, without a stop: both compute the same; what the snapshot reads with six digits is no difference.
-- Basis: the source's rows. A FLOAT of such a table is read with six digits in a snapshot, as the documentation says.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE `float_in_odd_name__a b` (id INT PRIMARY KEY AUTO_INCREMENT, n DECIMAL(20,6), fl FLOAT AS (n / 3) STORED);
-- [target]
ALTER TABLE `float_in_odd_name__a b` AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO `float_in_odd_name__a b` (id, n) VALUES (1, 4000001), (2, 7);
-- [stream]
-- step: await applied
INSERT INTO `float_in_odd_name__a b` (id, n) VALUES (3, 4000004);
-- [rows]
SELECT n, ABS(fl - n / 3) < 0.2 FROM `float_in_odd_name__a b` ORDER BY n
7.000000|1
4000001.000000|1
4000004.000000|1
