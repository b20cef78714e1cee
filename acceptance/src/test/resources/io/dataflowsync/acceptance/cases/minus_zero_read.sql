-- Minus zero, and the smallest and largest of FLOAT and DOUBLE, in a snapshot and behind it
-- Use: measurements.
-- Expected: the source's values.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [both]
CREATE TABLE minus_zero_read (id INT PRIMARY KEY AUTO_INCREMENT, f FLOAT, d DOUBLE, f2 FLOAT(10,3), d2 DOUBLE(10,3), dc DECIMAL(5,2), uf FLOAT UNSIGNED);
-- [before]
INSERT INTO minus_zero_read VALUES (1, -0e0, -0e0, -0e0, -0e0, -0.0, 0), (2, 1.17549e-38, 2.2250738585072014e-308, 1234567.891, 1234567.891, -999.99, 3.4e38);
-- [stream]
INSERT INTO minus_zero_read VALUES (3, -0e0, -0e0, -0e0, -0e0, -0.0, 0), (4, 1e-45, 5e-324, -0.0004e0, -0.0004, 0, 1e-40), (5, 16777217, 9007199254740993, 0.1, 0.1, 0.005, 16777216);
-- [comparison]
-- [rows]
SELECT f, d, f2, d2, dc, uf FROM minus_zero_read ORDER BY id
-0.0|-0.0|0.0|0.0|0.00|0.0
1.17549E-38|2.2250738585072014E-308|1234567.875|1234567.891|-999.99|3.4E38
-0.0|-0.0|0.0|0.0|0.00|0.0
1.4013E-45|4.9E-324|0.0|0.0|0.00|9.99995E-41
1.67772E7|9.007199254740992E15|0.1|0.1|0.01|1.67772E7
