-- Stored columns are added that take decimals out of documents, which are exact in 5.7 and DOUBLEs on the target
-- Use: prices in documents, written by JSON_OBJECT with decimals, get columns with an index.
-- Expected: a halt before the statement as long as there are rows, then one before the first row; as plain columns they get the source's values.
-- Basis: by reasoning: a DECIMAL within a document keeps all digits, and half of one is rounded up; on the target it is a DOUBLE.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE added_of_decimal_json (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), doc JSON);
-- [target]
ALTER TABLE added_of_decimal_json AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO added_of_decimal_json VALUES (1, 'a', JSON_OBJECT('n', 2.5, 'p', 12345678901234567.89)), (2, 'b', JSON_OBJECT('n', 3.0, 'p', 1.25));
-- [stream]
ALTER TABLE added_of_decimal_json ADD COLUMN n INT AS (CAST(JSON_EXTRACT(doc, '$.n') AS SIGNED)) STORED, ADD COLUMN p DECIMAL(30,2) AS (JSON_EXTRACT(doc, '$.p')) STORED;
-- step: halted schema-change-refused: on target: DELETE FROM added_of_decimal_json
-- step: dismiss dead letters
-- step: read again: added_of_decimal_json
-- step: halted target-computes: on target: ALTER TABLE added_of_decimal_json MODIFY n INT, MODIFY p DECIMAL(30,2)
-- [rows]
SELECT v, n, p FROM added_of_decimal_json ORDER BY v
a|3|12345678901234567.89
b|3|1.25
