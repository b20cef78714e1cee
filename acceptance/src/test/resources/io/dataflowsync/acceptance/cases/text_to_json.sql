-- A text with a document becomes JSON on the target, which keeps one member of two and fewer digits
-- Use: documents in TEXT columns, of the time before 5.7.8.
-- Expected: what the target's type does not hold exactly is a dead letter (docs/type-mapping.md).
-- Basis: by reasoning.
-- Settings: none
-- Pipeline: in turn
-- [source]
CREATE TABLE text_to_json (id INT PRIMARY KEY AUTO_INCREMENT, doc TEXT);
-- [target]
CREATE TABLE text_to_json (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON);
-- [stream]
INSERT INTO text_to_json VALUES (1, '{"a": 1}'), (2, '{"a": 1, "a": 2}'), (3, '{"n": 12345678901234567890.123}');
-- step: await applied
-- step: dismiss dead letters
-- [rows]
SELECT doc FROM text_to_json
{"a": 1}
