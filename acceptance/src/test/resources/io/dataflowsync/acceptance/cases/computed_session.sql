-- Stored generated columns that depend on the session's names of months, PAD_CHAR_TO_FULL_LENGTH and ALLOW_INVALID_DATES, and that 8.0 computes otherwise
-- Use: a Croatian application sets lc_time_names; an old one has CHAR padded, another one imports what was typed in; prices in documents and places are indexed.
-- Expected: the source's values, or a halt: as plain columns they get them.
-- Basis: DATE_FORMAT reads the writing session's lc_time_names, CHAR in an expression its sql_mode, and so does a text that is taken for a day. 5.7 writes 30.0 in a document as 30; ST_X of 4326 is the latitude since 8.0.12.
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE computed_session (id INT PRIMARY KEY AUTO_INCREMENT, d DATE, m VARCHAR(20) AS (DATE_FORMAT(d, '%M')) STORED);
CREATE TABLE computed_session__pad (id INT PRIMARY KEY AUTO_INCREMENT, c CHAR(5), w VARCHAR(20) AS (CONCAT(c, '.')) STORED);
CREATE TABLE computed_session__doc (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON, price VARCHAR(20) AS (JSON_UNQUOTE(JSON_EXTRACT(doc, '$.price'))) STORED);
CREATE TABLE computed_session__place (id INT PRIMARY KEY AUTO_INCREMENT, p POINT NOT NULL, lon DOUBLE AS (ST_X(p)) STORED, lat DOUBLE AS (ST_Y(p)) STORED);
CREATE TABLE computed_session__day (id INT PRIMARY KEY AUTO_INCREMENT, s VARCHAR(20), d DATE AS (CAST(s AS DATE)) STORED);
-- [stream]
SET SESSION lc_time_names = 'hr_HR';
INSERT INTO computed_session (id, d) VALUES (1, '2020-05-01'), (2, '2020-12-01');
SET SESSION lc_time_names = DEFAULT;
SET SESSION sql_mode = 'PAD_CHAR_TO_FULL_LENGTH';
INSERT INTO computed_session__pad (id, c) VALUES (1, 'ab');
SET SESSION sql_mode = DEFAULT;
INSERT INTO computed_session__pad (id, c) VALUES (2, 'cd');
INSERT INTO computed_session__doc (id, doc) VALUES (2, '{"price": 30.0}'), (3, '{"price": 19.5}');
INSERT INTO computed_session__place (id, p) VALUES (2, ST_GeomFromText('POINT(2.5 48.75)', 4326));
SET SESSION sql_mode = '';
INSERT INTO computed_session__day (id, s) VALUES (1, '2020-02-29'), (2, '2020-02-31');
SET SESSION sql_mode = DEFAULT;
-- step: halted target-computes: on target: ALTER TABLE computed_session MODIFY m VARCHAR(20)
-- step: halted target-computes: on target: ALTER TABLE computed_session__pad MODIFY w VARCHAR(20)
-- step: halted target-computes: on target: ALTER TABLE computed_session__doc MODIFY price VARCHAR(20)
-- step: halted target-computes: on target: ALTER TABLE computed_session__place MODIFY lon DOUBLE, MODIFY lat DOUBLE
-- step: halted target-computes: on target: ALTER TABLE computed_session__day MODIFY d DATE
-- [comparison]
-- [rows]
SELECT d, m FROM computed_session ORDER BY d
2020-05-01|Svibanj
2020-12-01|Prosinac
SELECT c, w FROM computed_session__pad ORDER BY c
ab|ab   .
cd|cd.
SELECT price FROM computed_session__doc ORDER BY price
19.5
30
SELECT lon, lat FROM computed_session__place
2.5|48.75
SELECT s, d FROM computed_session__day ORDER BY s
2020-02-29|2020-02-29
2020-02-31|null
