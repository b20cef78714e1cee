-- Bytes within a JSON document, more than a line of base64 has
-- Use: thumbnails, keys and hashes put into documents by JSON_OBJECT.
-- Expected: the same text of rows of the snapshot and of the stream; a row without a key is found by it.
-- Basis: docs/type-mapping.md: binary becomes text, base64:type…, as MySQL prints it.
-- Settings: none
-- [both]
CREATE TABLE blob_in_json (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON);
CREATE TABLE blob_in_json__loose (who INT, doc JSON);
-- [before]
INSERT INTO blob_in_json VALUES (1, JSON_OBJECT('b', CAST(REPEAT('x', 100) AS BINARY)));
INSERT INTO blob_in_json__loose VALUES (1, JSON_OBJECT('b', CAST(REPEAT('y', 100) AS BINARY))), (2, JSON_OBJECT('b', CAST('short' AS BINARY)));
-- [stream]
INSERT INTO blob_in_json VALUES (2, JSON_OBJECT('b', CAST(REPEAT('x', 100) AS BINARY)));
DELETE FROM blob_in_json__loose WHERE who = 1;
UPDATE blob_in_json__loose SET who = 3 WHERE who = 2;
-- [rows]
SELECT COUNT(*), COUNT(DISTINCT CAST(doc AS CHAR)) FROM blob_in_json
2|1
SELECT who FROM blob_in_json__loose
3
