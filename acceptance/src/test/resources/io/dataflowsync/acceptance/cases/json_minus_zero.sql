-- Minus zero within a JSON document, behind a snapshot, which has it as the source prints it: -0
-- Use: measurements that were rounded: json.dumps(round(-0.04, 1)).
-- Expected: the source's documents.
-- Basis: by reasoning: MySQL prints the DOUBLE with its sign, in a document as in a column (see minus_zero_read).
-- Settings: none
-- [both]
CREATE TABLE json_minus_zero (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON);
-- [before]
INSERT INTO json_minus_zero VALUES (2, '[1]');
-- [stream]
INSERT INTO json_minus_zero VALUES (3, '{"t": -0.0}');
UPDATE json_minus_zero SET doc = '[-0.0, 1]' WHERE id = 2;
-- [comparison]
-- [rows]
SELECT CAST(doc AS CHAR) FROM json_minus_zero ORDER BY id
[-0.0, 1]
{"t": -0.0}
