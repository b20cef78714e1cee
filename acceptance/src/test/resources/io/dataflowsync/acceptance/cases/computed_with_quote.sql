-- A stored column whose expression has a quote or a backslash in a text is computed otherwise on the target
-- Use: labels such as 5'11; the target's table was made with another number of digits.
-- Expected: the lane stands at the first row of which the target computes another value; as plain columns they get the source's.
-- Basis: the source's rows. Each other column that the target computes and keeps, of the source's very values, is compared.
-- Settings: none
-- Pipeline: in turn
-- [source]
CREATE TABLE computed_with_quote (id INT PRIMARY KEY AUTO_INCREMENT, n DECIMAL(6,2), label VARCHAR(20) AS (CONCAT('''', ROUND(n, 2))) STORED);
CREATE TABLE computed_with_quote__path (id INT PRIMARY KEY AUTO_INCREMENT, n DECIMAL(6,2), label VARCHAR(20) AS (CONCAT('c:\\', ROUND(n, 2))) STORED);
-- [target]
CREATE TABLE computed_with_quote (id INT PRIMARY KEY AUTO_INCREMENT, n DECIMAL(6,2), label VARCHAR(20) AS (CONCAT('''', ROUND(n, 1))) STORED) AUTO_INCREMENT = 1001;
CREATE TABLE computed_with_quote__path (id INT PRIMARY KEY AUTO_INCREMENT, n DECIMAL(6,2), label VARCHAR(20) AS (CONCAT('c:\\', ROUND(n, 1))) STORED) AUTO_INCREMENT = 1001;
-- [stream]
INSERT INTO computed_with_quote (id, n) VALUES (1, 1.25);
-- step: halted target-computes: on target: ALTER TABLE computed_with_quote MODIFY label VARCHAR(20)
-- step: await applied
INSERT INTO computed_with_quote__path (id, n) VALUES (1, 1.25);
-- step: halted target-computes: on target: ALTER TABLE computed_with_quote__path MODIFY label VARCHAR(20)
-- [rows]
SELECT label FROM computed_with_quote
'1.25
SELECT label FROM computed_with_quote__path
c:\1.25
