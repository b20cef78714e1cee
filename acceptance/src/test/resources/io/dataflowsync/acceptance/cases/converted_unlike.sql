-- A statement changes values of a column that the target has with another type from the start
-- Use: the target was modernised first: utf8mb4, DATETIME. Then somebody mends doubly encoded texts in the source by way of bytes, and leaves TIMESTAMP.
-- Expected: a halt before the statement, since it would make other values there.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE converted_unlike__text (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(40) CHARACTER SET latin1);
CREATE TABLE converted_unlike__moment (id INT PRIMARY KEY AUTO_INCREMENT, m TIMESTAMP NULL);
-- [target]
CREATE TABLE converted_unlike__text (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(40) CHARACTER SET utf8mb4) AUTO_INCREMENT = 1001;
CREATE TABLE converted_unlike__moment (id INT PRIMARY KEY AUTO_INCREMENT, m DATETIME) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO converted_unlike__text VALUES (1, CONVERT(UNHEX('C3A4') USING latin1));
SET time_zone = '+00:00';
INSERT INTO converted_unlike__moment VALUES (1, '2020-01-02 03:04:05');
-- [stream]
ALTER TABLE converted_unlike__text MODIFY v VARBINARY(160);
ALTER TABLE converted_unlike__text MODIFY v VARCHAR(40) CHARACTER SET utf8mb4;
INSERT INTO converted_unlike__text VALUES (2, 'b');
-- step: halted schema-change-refused: on target: DELETE FROM converted_unlike__text
-- step: await applied
-- step: dismiss dead letters
-- step: read again: converted_unlike__text
SET time_zone = '+05:00';
ALTER TABLE converted_unlike__moment MODIFY m DATETIME;
INSERT INTO converted_unlike__moment VALUES (2, '2021-01-02 03:04:05');
-- step: halted schema-change-refused: on target: DELETE FROM converted_unlike__moment
-- step: await applied
-- step: dismiss dead letters
-- step: read again: converted_unlike__moment
-- [comparison]
-- [rows]
SELECT HEX(v) FROM converted_unlike__text ORDER BY id
C3A4
62
SELECT m FROM converted_unlike__moment ORDER BY m
2020-01-02 08:04:05
2021-01-02 03:04:05
