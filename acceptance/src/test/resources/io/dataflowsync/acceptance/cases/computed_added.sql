-- Stored columns are added and altered over rows that are there, which the target computes otherwise
-- Use: a Croatian application gets a column for reports; prices of documents are indexed.
-- Expected: a halt before the statement as long as there are rows, then one before the first row; as plain columns they get the source's values.
-- Basis: by reasoning: the source computes the column in its rows when it runs the statement, in no event.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE computed_added (id INT PRIMARY KEY AUTO_INCREMENT, d DATE);
CREATE TABLE computed_added__doc (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON, price VARCHAR(20));
CREATE TABLE computed_added__plain (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
-- [stream]
INSERT INTO computed_added VALUES (1, '2020-05-01'), (2, '2020-12-01');
SET SESSION lc_time_names = 'hr_HR';
ALTER TABLE computed_added ADD COLUMN m VARCHAR(20) AS (DATE_FORMAT(d, '%M')) STORED;
SET SESSION lc_time_names = DEFAULT;
-- step: halted schema-change-refused: on target: DELETE FROM computed_added
-- step: dismiss dead letters
-- step: read again: computed_added
-- step: halted target-computes: on target: ALTER TABLE computed_added MODIFY m VARCHAR(20)
-- step: await applied
INSERT INTO computed_added__doc (id, doc) VALUES (1, '{"price": 30.0}'), (2, '{"price": 19.5}');
ALTER TABLE computed_added__doc MODIFY price VARCHAR(20) AS (doc->>'$.price') STORED;
-- step: halted schema-change-refused: on target: DELETE FROM computed_added__doc
-- step: dismiss dead letters
-- step: read again: computed_added__doc
-- step: halted target-computes: on target: ALTER TABLE computed_added__doc MODIFY price VARCHAR(20)
-- step: await applied
INSERT INTO computed_added__plain VALUES (1, 4);
ALTER TABLE computed_added__plain ADD COLUMN twice INT AS (n * 2) STORED;
INSERT INTO computed_added__plain (id, n) VALUES (2, 5);
-- [comparison]
-- [rows]
SELECT d, m FROM computed_added ORDER BY d
2020-05-01|Svibanj
2020-12-01|Prosinac
SELECT price FROM computed_added__doc ORDER BY price
19.5
30
SELECT n, twice FROM computed_added__plain ORDER BY n
4|8
5|10
