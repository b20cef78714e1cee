-- Texts that are converted to numbers have the other decimal sign
-- Use: prices that people typed, most as 12.50 and some as 12,50 (or the other way round, with the decimal comma).
-- Expected: dead letters (conversion): a sign that parts no group of three digits parts no group.
-- Basis: by reasoning: docs/mapping.md, what cannot be converted is a dead letter; 12,50 is not 1250.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
misplaced_groups: { columns: { price: { convert: number }, total: { convert: { number: "," } } } }
-- [source]
CREATE TABLE misplaced_groups (id INT PRIMARY KEY AUTO_INCREMENT, price VARCHAR(20), total VARCHAR(20));
-- [target]
CREATE TABLE misplaced_groups (id INT PRIMARY KEY AUTO_INCREMENT, price DECIMAL(12,2), total DECIMAL(12,2));
-- [before]
INSERT INTO misplaced_groups VALUES (1, '12.50', '12,50');
-- [stream]
INSERT INTO misplaced_groups VALUES (2, '12,50', '1,00');
INSERT INTO misplaced_groups VALUES (3, '7.25', '12.50');
INSERT INTO misplaced_groups VALUES (4, '1,234.50', '1.234,50');
-- step: await applied
-- step: dismiss dead letters
-- [comparison]
misplaced_groups id='2' *: expected 'a row: {id=2}', target has 'no such row'
misplaced_groups id='3' *: expected 'a row: {id=3}', target has 'no such row'
-- [rows]
SELECT price, total FROM misplaced_groups ORDER BY id
12.50|12.50
1234.50|1234.50
