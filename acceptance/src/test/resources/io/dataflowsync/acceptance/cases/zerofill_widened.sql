-- A number that is filled up with noughts gets more of them; the source computes a label of it, and the target's label is a plain column
-- Use: numbers of invoices get longer: INT(5) ZEROFILL becomes INT(8) ZEROFILL. The target's label takes the source's values, as the documentation says where the two compute otherwise.
-- Expected: a halt: the source has computed its labels anew, in no event. Read again, the source's rows.
-- Basis: the source's rows; ZEROFILL is part of the text that a number is.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE zerofill_widened (id INT PRIMARY KEY AUTO_INCREMENT, n INT(5) ZEROFILL, label VARCHAR(20) AS (CONCAT('N', n)) STORED);
CREATE TABLE zerofill_widened__price (id INT PRIMARY KEY AUTO_INCREMENT, p DECIMAL(6,2) ZEROFILL, label VARCHAR(20) AS (CONCAT('P', p)) VIRTUAL);
-- [target]
CREATE TABLE zerofill_widened (id INT PRIMARY KEY AUTO_INCREMENT, n INT(5) ZEROFILL, label VARCHAR(20)) AUTO_INCREMENT = 1001;
CREATE TABLE zerofill_widened__price (id INT PRIMARY KEY AUTO_INCREMENT, p DECIMAL(6,2) ZEROFILL, label VARCHAR(20)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO zerofill_widened (id, n) VALUES (1, 42);
INSERT INTO zerofill_widened__price (id, p) VALUES (1, 1.5);
-- [stream]
ALTER TABLE zerofill_widened MODIFY n INT(8) ZEROFILL;
-- step: halted schema-change-refused: on target: DELETE FROM zerofill_widened
-- step: await applied
-- step: dismiss dead letters
-- step: read again: zerofill_widened
INSERT INTO zerofill_widened (id, n) VALUES (2, 43);
ALTER TABLE zerofill_widened__price MODIFY p DECIMAL(8,2) ZEROFILL;
-- step: halted schema-change-refused: on target: DELETE FROM zerofill_widened__price
-- step: await applied
-- step: dismiss dead letters
-- step: read again: zerofill_widened__price
-- [rows]
SELECT label FROM zerofill_widened ORDER BY label
N00000043
N00042
SELECT label FROM zerofill_widened__price
P000001.50
