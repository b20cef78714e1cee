-- A map and defaults of the pipeline file for BIT and YEAR columns
-- Use: flags and years that get other values, or one where there is NULL.
-- Expected: the numbers that the pipeline file says; those that the map does not name stay.
-- Basis: by reasoning: docs/pipeline-file.md, map and default.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
bits_by_rule: { columns: { flags: { map: { "1": "3" } }, built: { default: "0" }, state: { default: "4" } } }
-- [both]
CREATE TABLE bits_by_rule (id INT PRIMARY KEY AUTO_INCREMENT, flags BIT(8), built YEAR, state BIT(8));
-- [before]
INSERT INTO bits_by_rule VALUES (1, 5, 2001, NULL), (2, 1, 2002, 7), (3, 2, 2010, 7);
-- [stream]
INSERT INTO bits_by_rule VALUES (4, 9, NULL, 7);
UPDATE bits_by_rule SET flags = CASE id WHEN 1 THEN 6 ELSE 1 END WHERE id IN (1, 3);
-- [comparison]
-- [rows]
SELECT flags + 0, built + 0, state + 0 FROM bits_by_rule ORDER BY id
6|2001|4
3|2002|7
3|2010|7
9|0|7
