-- An unsigned number of 32 bits within a document of more than 64 KiB
-- Use: a page with its text and the number of an INT UNSIGNED column.
-- Expected: the source's documents.
-- Basis: the source's rows.
-- Settings: none
-- [both]
CREATE TABLE json_large_unsigned (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON);
-- [stream]
INSERT INTO json_large_unsigned VALUES (1, JSON_OBJECT('text', REPEAT('a', 70000), 'page', CAST(70000 AS UNSIGNED))), (2, JSON_OBJECT('text', REPEAT('a', 70000), 'page', 70000, 'ok', true, 'no', null));
-- [rows]
SELECT doc->>'$.page', JSON_LENGTH(doc) FROM json_large_unsigned ORDER BY id
70000|2
70000|4
