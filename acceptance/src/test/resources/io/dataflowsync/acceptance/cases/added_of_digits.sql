-- A stored column is added that prints numbers and moments, which have more digits on the target, or are filled up with noughts in the source
-- Use: a label for a search. The target's columns are wider.
-- Expected: a halt before the statement as long as there are rows, then one before the first row; as a plain column it gets the source's values.
-- Basis: the source's rows, by reasoning.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE added_of_digits (id INT PRIMARY KEY AUTO_INCREMENT, price DECIMAL(6,2), n INT(5) ZEROFILL, at DATETIME);
-- [target]
CREATE TABLE added_of_digits (id INT PRIMARY KEY AUTO_INCREMENT, price DECIMAL(10,4), n INT UNSIGNED, at DATETIME(3)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO added_of_digits VALUES (1, 1.50, 42, '2020-01-01 10:00:00');
-- [stream]
ALTER TABLE added_of_digits ADD COLUMN label VARCHAR(60) AS (CONCAT(price, '/', n, '/', at)) STORED;
-- step: halted schema-change-refused: on target: DELETE FROM added_of_digits
-- step: dismiss dead letters
-- step: read again: added_of_digits
-- step: halted target-computes: on target: ALTER TABLE added_of_digits MODIFY label VARCHAR(60)
INSERT INTO added_of_digits (id, price, n, at) VALUES (2, 2, 7, '2020-01-02 10:00:00');
-- [rows]
SELECT label FROM added_of_digits ORDER BY label
1.50/00042/2020-01-01 10:00:00
2.00/00007/2020-01-02 10:00:00
