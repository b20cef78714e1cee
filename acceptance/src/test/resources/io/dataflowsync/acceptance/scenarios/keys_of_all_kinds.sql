-- Keys that are BIT, ENUM, YEAR, latin1 text, and a date and time of microseconds
-- [both]
CREATE TABLE keys_of_all_kinds__bit (id BIT(8) PRIMARY KEY, n INT);
CREATE TABLE keys_of_all_kinds__enum (id ENUM('a', 'x,y') PRIMARY KEY, n INT);
CREATE TABLE keys_of_all_kinds__year (id YEAR PRIMARY KEY, n INT);
CREATE TABLE keys_of_all_kinds__text (id VARCHAR(9) CHARACTER SET latin1 PRIMARY KEY, n INT);
CREATE TABLE keys_of_all_kinds__time (id DATETIME(6) PRIMARY KEY, n INT);
-- [before]
INSERT INTO keys_of_all_kinds__bit VALUES (b'10000001', 1);
INSERT INTO keys_of_all_kinds__enum VALUES ('x,y', 1);
INSERT INTO keys_of_all_kinds__year VALUES (2026, 1);
INSERT INTO keys_of_all_kinds__text VALUES ('é€', 1);
INSERT INTO keys_of_all_kinds__time VALUES ('2026-11-22 10:11:12.000057', 1);
-- [stream]
UPDATE keys_of_all_kinds__bit SET n = 2;
UPDATE keys_of_all_kinds__enum SET n = 2;
UPDATE keys_of_all_kinds__year SET n = 2;
UPDATE keys_of_all_kinds__text SET n = 2;
UPDATE keys_of_all_kinds__time SET n = 2;
INSERT INTO keys_of_all_kinds__bit VALUES (0, 3);
DELETE FROM keys_of_all_kinds__bit WHERE id = 0;
UPDATE keys_of_all_kinds__enum SET id = 'a';
UPDATE keys_of_all_kinds__time SET id = '2026-11-22 10:11:12.290001';
-- [rows]
SELECT id + 0, n FROM keys_of_all_kinds__bit
129|2
SELECT id, n FROM keys_of_all_kinds__enum
a|2
SELECT id + 0, n FROM keys_of_all_kinds__year
2026|2
SELECT id, n FROM keys_of_all_kinds__text
é€|2
SELECT id, n FROM keys_of_all_kinds__time
2026-11-22 10:11:12.290001|2
