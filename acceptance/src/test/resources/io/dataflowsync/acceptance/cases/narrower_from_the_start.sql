-- Columns of the target hold less than those of the source from the start: numbers, moments, blanks, noughts, years, bits, words
-- Use: the target's tables were designed anew, and some types are too narrow for some rows.
-- Expected: what fits is there; the rest are dead letters until the columns are widened.
-- Basis: the source's rows.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [source]
CREATE TABLE narrower_from_the_start (id INT PRIMARY KEY AUTO_INCREMENT, a DOUBLE, b FLOAT, c DECIMAL(10,3), d DATETIME(3), e TIME(2), f VARCHAR(10), g VARCHAR(20), h VARBINARY(4), i BIGINT, j TIME, k INT, l DECIMAL(6,1), m VARCHAR(20), n DOUBLE, o VARCHAR(9), p VARCHAR(9), q DATETIME);
-- [target]
CREATE TABLE narrower_from_the_start (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b DECIMAL(10,1), c INT, d DATE, e TIME, f CHAR(10), g VARCHAR(5), h BINARY(4), i DOUBLE, j DATETIME, k YEAR, l BIT(8), m DECIMAL(8,2), n FLOAT, o ENUM('3','6','gold'), p SET('1','2','8'), q TIME);
ALTER TABLE narrower_from_the_start AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO narrower_from_the_start VALUES (1, 5, 2.5, 7.000, '2026-01-01', '10:00:00', 'a', 'abc', 0x01020304, 9007199254740992, NULL, 2020, 5.0, '12.50', 0.5, '6', '1,8', NULL);
-- [stream]
INSERT INTO narrower_from_the_start (id, a) VALUES (2, 2.5);
INSERT INTO narrower_from_the_start (id, b) VALUES (3, 0.25);
INSERT INTO narrower_from_the_start (id, c) VALUES (4, 0.5);
INSERT INTO narrower_from_the_start (id, d) VALUES (5, '2026-01-01 10:00:00'), (6, '2026-01-01 00:00:00.001');
INSERT INTO narrower_from_the_start (id, e) VALUES (7, '-00:00:00.50');
INSERT INTO narrower_from_the_start (id, f) VALUES (8, 'a ');
INSERT INTO narrower_from_the_start (id, g) VALUES (9, 'abcde  ');
INSERT INTO narrower_from_the_start (id, h) VALUES (10, 0x01);
INSERT INTO narrower_from_the_start (id, i) VALUES (11, 9007199254740993);
INSERT INTO narrower_from_the_start (id, j) VALUES (12, '10:11:12');
INSERT INTO narrower_from_the_start (id, k) VALUES (13, 5);
INSERT INTO narrower_from_the_start (id, l) VALUES (14, 6.0), (15, 6.5);
INSERT INTO narrower_from_the_start (id, m) VALUES (16, '12.345'), (17, ' 7 ');
INSERT INTO narrower_from_the_start (id, n) VALUES (18, 0.375), (19, 0.123456789012);
INSERT INTO narrower_from_the_start (id, o) VALUES (20, '1'), (21, '3');
INSERT INTO narrower_from_the_start (id, p) VALUES (22, '3'), (23, '2,8');
INSERT INTO narrower_from_the_start (id, q) VALUES (24, '2026-01-01 10:00:00');
UPDATE narrower_from_the_start SET l = 9, a = 6, o = 'gold' WHERE id = 1;
UPDATE narrower_from_the_start SET l = 7.0 WHERE id = 14;
-- step: await applied
UPDATE narrower_from_the_start SET a = 3 WHERE id = 2;
DELETE FROM narrower_from_the_start WHERE id = 24;
-- step: await applied
-- step: on target: ALTER TABLE narrower_from_the_start MODIFY a DOUBLE, MODIFY b FLOAT, MODIFY c DECIMAL(10,3), MODIFY d DATETIME(3), MODIFY e TIME(2), MODIFY f VARCHAR(10), MODIFY g VARCHAR(20), MODIFY h VARBINARY(4), MODIFY i BIGINT, MODIFY j TIME, MODIFY k INT, MODIFY l DECIMAL(6,1), MODIFY m VARCHAR(20), MODIFY n DOUBLE, MODIFY o VARCHAR(9), MODIFY p VARCHAR(9), MODIFY q DATETIME
-- step: replay dead letters
-- [rows]
SELECT a, b, c, CAST(d AS CHAR), CAST(e AS CHAR), CONCAT(f, '.'), CONCAT(g, '.'), HEX(h), i, CAST(j AS CHAR), k, l, TRIM(m), ROUND(n, 12), o, p FROM narrower_from_the_start ORDER BY id
6.0|2.5|7.000|2026-01-01 00:00:00.000|10:00:00.00|a.|abc.|01020304|9007199254740992|null|2020|9.0|12.50|0.5|gold|1,8
3.0|null|null|null|null|null|null|null|null|null|null|null|null|null|null|null
null|0.25|null|null|null|null|null|null|null|null|null|null|null|null|null|null
null|null|0.500|null|null|null|null|null|null|null|null|null|null|null|null|null
null|null|null|2026-01-01 10:00:00.000|null|null|null|null|null|null|null|null|null|null|null|null
null|null|null|2026-01-01 00:00:00.001|null|null|null|null|null|null|null|null|null|null|null|null
null|null|null|null|-00:00:00.50|null|null|null|null|null|null|null|null|null|null|null
null|null|null|null|null|a .|null|null|null|null|null|null|null|null|null|null
null|null|null|null|null|null|abcde  .|null|null|null|null|null|null|null|null|null
null|null|null|null|null|null|null|01|null|null|null|null|null|null|null|null
null|null|null|null|null|null|null|null|9007199254740993|null|null|null|null|null|null|null
null|null|null|null|null|null|null|null|null|10:11:12|null|null|null|null|null|null
null|null|null|null|null|null|null|null|null|null|5|null|null|null|null|null
null|null|null|null|null|null|null|null|null|null|null|7.0|null|null|null|null
null|null|null|null|null|null|null|null|null|null|null|6.5|null|null|null|null
null|null|null|null|null|null|null|null|null|null|null|null|12.345|null|null|null
null|null|null|null|null|null|null|null|null|null|null|null|7.00|null|null|null
null|null|null|null|null|null|null|null|null|null|null|null|null|0.375|null|null
null|null|null|null|null|null|null|null|null|null|null|null|null|0.123456789012|null|null
null|null|null|null|null|null|null|null|null|null|null|null|null|null|1|null
null|null|null|null|null|null|null|null|null|null|null|null|null|null|3|null
null|null|null|null|null|null|null|null|null|null|null|null|null|null|null|3
null|null|null|null|null|null|null|null|null|null|null|null|null|null|null|2,8
