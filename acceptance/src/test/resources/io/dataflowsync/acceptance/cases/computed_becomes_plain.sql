-- A stored generated column becomes a plain one, is changed by hand, and another one is computed from it, behind; a table without a key among them
-- Use: a price that was computed may be set from now on.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE computed_becomes_plain (id INT PRIMARY KEY AUTO_INCREMENT, q INT, p DECIMAL(9,2), total DECIMAL(12,2) AS (q * p) STORED);
CREATE TABLE computed_becomes_plain__loose (q INT, twice INT AS (q * 2) STORED, w VARCHAR(9));
-- [before]
INSERT INTO computed_becomes_plain (id, q, p) VALUES (1, 2, 1.50), (2, 3, 2);
INSERT INTO computed_becomes_plain__loose (q, w) VALUES (1, 'a'), (1, 'a'), (2, 'b');
-- [stream]
-- step: end dpu-service
INSERT INTO computed_becomes_plain (id, q, p) VALUES (3, 4, 0.25);
ALTER TABLE computed_becomes_plain MODIFY total DECIMAL(12,2) NOT NULL DEFAULT 9, ADD COLUMN gross DECIMAL(12,2) AS (total * 2) VIRTUAL;
ALTER TABLE computed_becomes_plain__loose MODIFY twice BIGINT;
UPDATE computed_becomes_plain SET total = 100 WHERE id = 1;
INSERT INTO computed_becomes_plain (id, q, p) VALUES (4, 1, 1);
UPDATE computed_becomes_plain SET q = 30 WHERE id = 2;
UPDATE computed_becomes_plain__loose SET twice = 20, w = 'aa' WHERE w = 'a' LIMIT 1;
DELETE FROM computed_becomes_plain__loose WHERE w = 'b';
ALTER TABLE computed_becomes_plain DROP COLUMN gross, DROP COLUMN p, ADD COLUMN p DECIMAL(12,2) AS (total / 2) STORED AFTER q;
UPDATE computed_becomes_plain SET total = 7 WHERE id = 3;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT q, p, total FROM computed_becomes_plain ORDER BY id
2|50.00|100.00
30|3.00|6.00
4|3.50|7.00
1|4.50|9.00
SELECT q, twice, w FROM computed_becomes_plain__loose ORDER BY w
1|2|a
1|20|aa
