-- A column of documents becomes a text
-- Use: nobody reads the documents any more, and a text is enough for what is kept.
-- Expected: a halt before the statement, since 8.0 prints other digits; read again, the source's texts.
-- Basis: by reasoning: 5.7 prints the DOUBLE 30.0 of a document as 30, and a DECIMAL of it with its noughts.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE json_becomes_text (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON, v INT);
-- [stream]
INSERT INTO json_becomes_text VALUES (1, '{"price": 30.0}', 1), (2, JSON_OBJECT('price', CAST(1.5 AS DECIMAL(5,2))), 2);
ALTER TABLE json_becomes_text MODIFY doc LONGTEXT;
INSERT INTO json_becomes_text VALUES (3, '{"price": 30.0}', 3);
-- step: halted schema-change-refused: on target: DELETE FROM json_becomes_text
-- step: dismiss dead letters
-- step: read again: json_becomes_text
UPDATE json_becomes_text SET v = 4 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT doc, v FROM json_becomes_text ORDER BY v
{"price": 1.50}|2
{"price": 30.0}|3
{"price": 30}|4
