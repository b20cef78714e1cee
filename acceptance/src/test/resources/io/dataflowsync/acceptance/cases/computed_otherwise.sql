-- Stored generated columns that 8.0 computes otherwise than 5.7, whatever the session has
-- Use: a column says what a text looks like, how many marks are set, what is cheap, and when it is in Berlin.
-- Expected: a halt; as plain columns they get the source's values.
-- Basis: by reasoning: 5.7 looks at bytes where 8.0 looks at letters, counts the bits of a number where 8.0 counts those of bytes, writes 30.0 of a document as 30, and reckons no zone behind 2038.
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE computed_otherwise (id INT PRIMARY KEY AUTO_INCREMENT, s VARCHAR(20) CHARACTER SET utf8mb4, one INT AS (s REGEXP '^.$') STORED);
CREATE TABLE computed_otherwise__bits (id INT PRIMARY KEY AUTO_INCREMENT, b VARBINARY(8), n INT AS (BIT_COUNT(b)) STORED);
CREATE TABLE computed_otherwise__doc (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON, cheap INT AS (CASE JSON_UNQUOTE(JSON_EXTRACT(doc, '$.price')) WHEN '30' THEN 1 ELSE 0 END) STORED);
CREATE TABLE computed_otherwise__zone (id INT PRIMARY KEY AUTO_INCREMENT, at DATETIME, there DATETIME AS (CONVERT_TZ(at, '+00:00', '+01:00')) STORED);
CREATE TABLE computed_otherwise__plain (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON, n INT AS (CAST(JSON_EXTRACT(doc, '$.n') AS SIGNED)) STORED, a INT, b INT AS (a & 6) STORED, d DATE, w INT AS (WEEK(d, 3)) STORED);
-- [stream]
INSERT INTO computed_otherwise__plain (id, doc, a, d) VALUES (1, '{"n": 30.0}', 7, '2021-01-01');
INSERT INTO computed_otherwise (id, s) VALUES (1, 'é'), (2, 'e');
INSERT INTO computed_otherwise__bits (id, b) VALUES (1, '12');
INSERT INTO computed_otherwise__doc (id, doc) VALUES (1, '{"price": 30.0}');
INSERT INTO computed_otherwise__zone (id, at) VALUES (1, '2020-01-01 00:00:00'), (2, '2050-01-01 00:00:00');
-- step: halted target-computes: on target: ALTER TABLE computed_otherwise MODIFY one INT
-- step: halted target-computes: on target: ALTER TABLE computed_otherwise__bits MODIFY n INT
-- step: halted target-computes: on target: ALTER TABLE computed_otherwise__doc MODIFY cheap INT
-- step: halted target-computes: on target: ALTER TABLE computed_otherwise__zone MODIFY there DATETIME
-- [comparison]
-- [rows]
SELECT s, one FROM computed_otherwise ORDER BY one DESC
e|1
é|0
SELECT n FROM computed_otherwise__bits
2
SELECT cheap FROM computed_otherwise__doc
1
SELECT at, there FROM computed_otherwise__zone ORDER BY at
2020-01-01 00:00:00|2020-01-01 01:00:00
2050-01-01 00:00:00|2050-01-01 00:00:00
SELECT n, b, w FROM computed_otherwise__plain
30|6|53
