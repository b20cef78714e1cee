-- Rows without a key that differ in a FLOAT alone, by the last of its seven digits
-- Use: postings, positions and measurements without a key: 20000.01 and 20000.02 are two values of a FLOAT.
-- Expected: the row that the source has changed or deleted, and no other of nearly the same value.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE keyless_float (who INT, amount FLOAT);
CREATE TABLE keyless_float__track (car INT, lat FLOAT, lon FLOAT);
-- [stream]
INSERT INTO keyless_float VALUES (1, 20000.01), (1, 20000.02), (1, 20000.03);
INSERT INTO keyless_float__track VALUES (1, 52.37021, 4.5), (1, 52.37025, 4.5);
UPDATE keyless_float SET who = 2 WHERE amount > 20000.015 AND amount < 20000.025;
DELETE FROM keyless_float WHERE amount > 20000.025;
DELETE FROM keyless_float__track WHERE lat > 52.37023;
INSERT INTO keyless_float__track VALUES (2, 1.17549e-38, -0.1), (2, 3.40282e38, -0.1), (2, 16777215, -0.1), (2, 16777216, -0.1), (2, 1e-45, 7), (2, 3e-45, 7);
UPDATE keyless_float__track SET car = 3 WHERE lat IN (16777215) OR lat > 1e38;
DELETE FROM keyless_float__track WHERE lat < 2e-45;
-- [comparison]
-- [rows]
SELECT who, CAST(ROUND(amount * 100) AS SIGNED) FROM keyless_float ORDER BY amount
1|2000001
2|2000002
SELECT car, CAST(ROUND(lat * 100000) AS SIGNED) FROM keyless_float__track WHERE car = 1 ORDER BY lat
1|5237021
SELECT car, CASE WHEN lat > 1e30 THEN 'huge' WHEN lat < 1e-40 THEN 'tiny' WHEN lat < 1 THEN 'small' ELSE CAST(lat AS DECIMAL(10)) END FROM keyless_float__track WHERE car > 1 ORDER BY lat
2|tiny
2|small
3|16777215
2|16777216
3|huge
