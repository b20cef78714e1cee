-- A column of documents becomes a text while its table gets another name; and a table of texts takes the name of one of documents
-- Use: one ALTER for both; then a copy without documents is put in a table's place.
-- Expected: a halt before the ALTER, since 8.0 prints other digits; none at the RENAME, which changes no value.
-- Basis: by reasoning: 5.7 prints the DOUBLE 30.0 of a document as 30, and a DECIMAL of it with its noughts.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE json_renamed_text (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON, v INT);
CREATE TABLE json_renamed_text__live (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON, v INT);
CREATE TABLE json_renamed_text__plain (id INT PRIMARY KEY AUTO_INCREMENT, doc LONGTEXT, v INT);
-- [before]
INSERT INTO json_renamed_text__live VALUES (1, '{"price": 30}', 1);
INSERT INTO json_renamed_text__plain VALUES (1, '{"price": 30}', 1), (2, '{"price": 40}', 2);
-- [stream]
RENAME TABLE json_renamed_text__live TO json_renamed_text__past, json_renamed_text__plain TO json_renamed_text__live;
INSERT INTO json_renamed_text__live VALUES (3, '{"price": 30.0}', 3);
-- step: await applied
INSERT INTO json_renamed_text VALUES (1, '{"price": 30.0}', 1), (2, JSON_OBJECT('price', CAST(1.5 AS DECIMAL(5,2))), 2);
ALTER TABLE json_renamed_text MODIFY doc LONGTEXT, RENAME TO json_renamed_text__now;
INSERT INTO json_renamed_text__now VALUES (3, '{"price": 30.0}', 3);
-- step: halted schema-change-refused: on target: DELETE FROM json_renamed_text
-- step: dismiss dead letters
-- step: read again: json_renamed_text__now
UPDATE json_renamed_text__now SET v = 4 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT doc, v FROM json_renamed_text__now ORDER BY v
{"price": 1.50}|2
{"price": 30.0}|3
{"price": 30}|4
SELECT doc, v FROM json_renamed_text__live ORDER BY v
{"price": 30}|1
{"price": 40}|2
{"price": 30.0}|3
SELECT v FROM json_renamed_text__past
1
