-- Rows are dead letters while a statement changes what rows of their time have in a column
-- Use: a column gets another default, a clock, another type, or the name of an earlier one, before the dead letters of the week are dealt with.
-- Expected: a halt until the letters are applied: behind the statement they would be given what rows of now are given.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE late_rows__default (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
CREATE TABLE late_rows__clock (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
CREATE TABLE late_rows__zone (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20), at DATETIME);
CREATE TABLE late_rows__name (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20), n INT);
-- [target]
ALTER TABLE late_rows__default MODIFY v VARCHAR(5), AUTO_INCREMENT = 1001;
ALTER TABLE late_rows__clock MODIFY v VARCHAR(5), AUTO_INCREMENT = 1001;
ALTER TABLE late_rows__zone MODIFY v VARCHAR(5), AUTO_INCREMENT = 1001;
ALTER TABLE late_rows__name MODIFY v VARCHAR(5), AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO late_rows__default VALUES (1, 'a');
-- [stream]
INSERT INTO late_rows__default VALUES (2, 'longer than five');
ALTER TABLE late_rows__default ADD COLUMN n INT DEFAULT 1;
ALTER TABLE late_rows__default ALTER COLUMN n SET DEFAULT 2;
INSERT INTO late_rows__default (id, v) VALUES (3, 'c');
-- step: halted letters-first: on target: ALTER TABLE late_rows__default MODIFY v VARCHAR(20)
-- step: replay dead letters
INSERT INTO late_rows__clock VALUES (1, 'longer than five');
SET timestamp = 1000000000, time_zone = '+00:00';
ALTER TABLE late_rows__clock ADD COLUMN at DATETIME DEFAULT CURRENT_TIMESTAMP;
INSERT INTO late_rows__clock (id, v) VALUES (2, 'b');
-- step: halted letters-first: on target: ALTER TABLE late_rows__clock MODIFY v VARCHAR(20)
-- step: replay dead letters
INSERT INTO late_rows__zone VALUES (1, 'longer than five', '2020-01-02 03:04:05');
SET time_zone = '+05:00';
ALTER TABLE late_rows__zone MODIFY at TIMESTAMP NULL;
INSERT INTO late_rows__zone VALUES (2, 'b', '2021-01-01 05:00:00');
-- step: halted letters-first: on target: ALTER TABLE late_rows__zone MODIFY v VARCHAR(20)
-- step: replay dead letters
INSERT INTO late_rows__name VALUES (1, 'longer than five', 7);
ALTER TABLE late_rows__name DROP COLUMN n;
ALTER TABLE late_rows__name ADD COLUMN n INT;
INSERT INTO late_rows__name VALUES (2, 'b', 8);
-- step: halted letters-first: on target: ALTER TABLE late_rows__name MODIFY v VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT v, n FROM late_rows__default ORDER BY v
a|1
c|2
longer than five|1
SELECT v, at FROM late_rows__clock ORDER BY v
b|2001-09-09 01:46:40
longer than five|2001-09-09 01:46:40
SELECT v, UNIX_TIMESTAMP(at) FROM late_rows__zone ORDER BY v
b|1609459200
longer than five|1577916245
SELECT v, COALESCE(n, 'none') FROM late_rows__name ORDER BY v
b|8
longer than five|none
