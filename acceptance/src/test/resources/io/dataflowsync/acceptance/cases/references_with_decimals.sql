-- Columns that the pipeline file lets refer are DECIMAL, DOUBLE and text with decimals
-- Use: a table that came from a spreadsheet.
-- Expected: a whole number means the row, however it is written; what is no whole number means none.
-- Basis: the source's rows.
-- Settings: none
-- [pipeline]
references_with_decimals__pet: { references: { d: references_with_decimals, f: references_with_decimals, t: references_with_decimals } }
-- [both]
CREATE TABLE references_with_decimals (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE references_with_decimals__pet (id INT PRIMARY KEY AUTO_INCREMENT, d DECIMAL(12,2), f DOUBLE, t VARCHAR(12), w VARCHAR(9));
-- [target]
ALTER TABLE references_with_decimals AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO references_with_decimals VALUES (1, 'a'), (2, 'b'), (20000000, 'c');
INSERT INTO references_with_decimals__pet VALUES (1, 2, 2, '2.00', 'p1');
-- [stream]
INSERT INTO references_with_decimals__pet VALUES (2, 20000000, 20000000, '20000000', 'p2');
UPDATE references_with_decimals__pet SET d = 1, f = 1, t = '1.0' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT p.w, d.n, f.n, t.n FROM references_with_decimals__pet p LEFT JOIN references_with_decimals d ON d.id = p.d LEFT JOIN references_with_decimals f ON f.id = p.f LEFT JOIN references_with_decimals t ON t.id = p.t ORDER BY p.w
p1|a|a|a
p2|c|c|c
