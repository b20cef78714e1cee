-- Parents found by unique keys of every type are deleted and inserted again between children that write them otherwise, behind
-- Use: numbers, days, bytes, members and texts in several collations that name rows of other tables.
-- Expected: the child of before goes with the first parent, the ones of behind stay with the second.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE codes_of_all_types__decimal (id INT PRIMARY KEY AUTO_INCREMENT, code DECIMAL(20,4), v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__decimal_kid (id INT PRIMARY KEY AUTO_INCREMENT, code DECIMAL(20,4), w VARCHAR(9), CONSTRAINT decimal_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__decimal (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__day (id INT PRIMARY KEY AUTO_INCREMENT, code DATE, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__day_kid (id INT PRIMARY KEY AUTO_INCREMENT, code DATE, w VARCHAR(9), CONSTRAINT day_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__day (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__moment (id INT PRIMARY KEY AUTO_INCREMENT, code DATETIME(6), v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__moment_kid (id INT PRIMARY KEY AUTO_INCREMENT, code DATETIME(6), w VARCHAR(9), CONSTRAINT moment_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__moment (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__stamp (id INT PRIMARY KEY AUTO_INCREMENT, code TIMESTAMP(3) NULL, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__stamp_kid (id INT PRIMARY KEY AUTO_INCREMENT, code TIMESTAMP(3) NULL, w VARCHAR(9), CONSTRAINT stamp_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__stamp (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__bytes (id INT PRIMARY KEY AUTO_INCREMENT, code VARBINARY(9), v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__bytes_kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARBINARY(9), w VARCHAR(9), CONSTRAINT bytes_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__bytes (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__padded (id INT PRIMARY KEY AUTO_INCREMENT, code BINARY(4), v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__padded_kid (id INT PRIMARY KEY AUTO_INCREMENT, code BINARY(4), w VARCHAR(9), CONSTRAINT padded_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__padded (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__member (id INT PRIMARY KEY AUTO_INCREMENT, code ENUM('x','y','z'), v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__member_kid (id INT PRIMARY KEY AUTO_INCREMENT, code ENUM('x','y','z'), w VARCHAR(9), CONSTRAINT member_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__member (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__wide (id INT PRIMARY KEY AUTO_INCREMENT, code CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__wide_kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci, w VARCHAR(9), CONSTRAINT wide_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__wide (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__exact (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) CHARACTER SET utf8 COLLATE utf8_bin, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__exact_kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) CHARACTER SET utf8 COLLATE utf8_bin, w VARCHAR(9), CONSTRAINT exact_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__exact (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__accent (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__accent_kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci, w VARCHAR(9), CONSTRAINT accent_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__accent (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__umlaut (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) CHARACTER SET latin1 COLLATE latin1_german2_ci, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__umlaut_kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) CHARACTER SET latin1 COLLATE latin1_german2_ci, w VARCHAR(9), CONSTRAINT umlaut_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__umlaut (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__letter (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) CHARACTER SET utf8 COLLATE utf8_roman_ci, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__letter_kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) CHARACTER SET utf8 COLLATE utf8_roman_ci, w VARCHAR(9), CONSTRAINT letter_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__letter (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__float (id INT PRIMARY KEY AUTO_INCREMENT, code DOUBLE, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__float_kid (id INT PRIMARY KEY AUTO_INCREMENT, code DOUBLE, w VARCHAR(9), CONSTRAINT float_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__float (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__bits (id INT PRIMARY KEY AUTO_INCREMENT, code BIT(9), v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__bits_kid (id INT PRIMARY KEY AUTO_INCREMENT, code BIT(9), w VARCHAR(9), CONSTRAINT bits_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__bits (code) ON DELETE CASCADE);
CREATE TABLE codes_of_all_types__year (id INT PRIMARY KEY AUTO_INCREMENT, code YEAR, v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE codes_of_all_types__year_kid (id INT PRIMARY KEY AUTO_INCREMENT, code YEAR, w VARCHAR(9), CONSTRAINT year_kid_names_code FOREIGN KEY (code) REFERENCES codes_of_all_types__year (code) ON DELETE CASCADE);
-- [target]
ALTER TABLE codes_of_all_types__decimal AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__day AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__moment AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__stamp AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__bytes AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__padded AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__member AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__wide AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__exact AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__accent AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__umlaut AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__letter AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__float AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__bits AUTO_INCREMENT = 1001;
ALTER TABLE codes_of_all_types__year AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO codes_of_all_types__decimal VALUES (1, 1.5, 'first'), (2, 2.5, 'second');
INSERT INTO codes_of_all_types__decimal_kid VALUES (1, 1.50, 'k1'), (2, 2.5, 'k2');
INSERT INTO codes_of_all_types__day VALUES (1, '2020-02-29', 'first'), (2, '2020-03-01', 'second');
INSERT INTO codes_of_all_types__day_kid VALUES (1, '20200229', 'k1'), (2, '2020-03-01', 'k2');
INSERT INTO codes_of_all_types__moment VALUES (1, '2020-02-29 10:00:00.5', 'first'), (2, '2020-02-29 10:00:00', 'second');
INSERT INTO codes_of_all_types__moment_kid VALUES (1, '2020-02-29 10:00:00.500000', 'k1'), (2, '2020-02-29 10:00:00', 'k2');
INSERT INTO codes_of_all_types__stamp VALUES (1, '2020-02-29 10:00:00.5', 'first'), (2, '2020-02-29 10:00:00', 'second');
INSERT INTO codes_of_all_types__stamp_kid VALUES (1, '2020-02-29 10:00:00.500', 'k1'), (2, '2020-02-29 10:00:00', 'k2');
INSERT INTO codes_of_all_types__bytes VALUES (1, x'61', 'first'), (2, x'62', 'second');
INSERT INTO codes_of_all_types__bytes_kid VALUES (1, 'a', 'k1'), (2, x'62', 'k2');
INSERT INTO codes_of_all_types__padded VALUES (1, x'6100', 'first'), (2, x'62', 'second');
INSERT INTO codes_of_all_types__padded_kid VALUES (1, 'a', 'k1'), (2, x'62', 'k2');
INSERT INTO codes_of_all_types__member VALUES (1, 'x', 'first'), (2, 'y', 'second');
INSERT INTO codes_of_all_types__member_kid VALUES (1, 1, 'k1'), (2, 'y', 'k2');
INSERT INTO codes_of_all_types__wide VALUES (1, 'a ', 'first'), (2, 'b', 'second');
INSERT INTO codes_of_all_types__wide_kid VALUES (1, 'A  ', 'k1'), (2, 'b', 'k2');
INSERT INTO codes_of_all_types__exact VALUES (1, 'é', 'first'), (2, 'e', 'second');
INSERT INTO codes_of_all_types__exact_kid VALUES (1, 'é ', 'k1'), (2, 'e', 'k2');
INSERT INTO codes_of_all_types__accent VALUES (1, 'straße', 'first'), (2, 'b', 'second');
INSERT INTO codes_of_all_types__accent_kid VALUES (1, 'STRASSE', 'k1'), (2, 'b', 'k2');
INSERT INTO codes_of_all_types__umlaut VALUES (1, 'ä', 'first'), (2, 'b', 'second');
INSERT INTO codes_of_all_types__umlaut_kid VALUES (1, 'AE', 'k1'), (2, 'b', 'k2');
INSERT INTO codes_of_all_types__letter VALUES (1, 'iv', 'first'), (2, 'b', 'second');
INSERT INTO codes_of_all_types__letter_kid VALUES (1, 'JU', 'k1'), (2, 'b', 'k2');
INSERT INTO codes_of_all_types__float VALUES (1, 0, 'first'), (2, 1, 'second');
INSERT INTO codes_of_all_types__float_kid VALUES (1, -0e0, 'k1'), (2, 1, 'k2');
INSERT INTO codes_of_all_types__bits VALUES (1, b'1', 'first'), (2, b'10', 'second');
INSERT INTO codes_of_all_types__bits_kid VALUES (1, 1, 'k1'), (2, b'10', 'k2');
INSERT INTO codes_of_all_types__year VALUES (1, 2020, 'first'), (2, 2021, 'second');
INSERT INTO codes_of_all_types__year_kid VALUES (1, '20', 'k1'), (2, 2021, 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO codes_of_all_types__decimal_kid VALUES (3, 2.5, 'k3');
DELETE FROM codes_of_all_types__decimal WHERE id = 1;
INSERT INTO codes_of_all_types__decimal VALUES (3, 1.5, 'again');
INSERT INTO codes_of_all_types__decimal_kid VALUES (4, 1.50, 'k4');
UPDATE codes_of_all_types__decimal_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__day_kid VALUES (3, '2020-03-01', 'k3');
DELETE FROM codes_of_all_types__day WHERE id = 1;
INSERT INTO codes_of_all_types__day VALUES (3, '2020-02-29', 'again');
INSERT INTO codes_of_all_types__day_kid VALUES (4, '20200229', 'k4');
UPDATE codes_of_all_types__day_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__moment_kid VALUES (3, '2020-02-29 10:00:00', 'k3');
DELETE FROM codes_of_all_types__moment WHERE id = 1;
INSERT INTO codes_of_all_types__moment VALUES (3, '2020-02-29 10:00:00.5', 'again');
INSERT INTO codes_of_all_types__moment_kid VALUES (4, '2020-02-29 10:00:00.500000', 'k4');
UPDATE codes_of_all_types__moment_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__stamp_kid VALUES (3, '2020-02-29 10:00:00', 'k3');
DELETE FROM codes_of_all_types__stamp WHERE id = 1;
INSERT INTO codes_of_all_types__stamp VALUES (3, '2020-02-29 10:00:00.5', 'again');
INSERT INTO codes_of_all_types__stamp_kid VALUES (4, '2020-02-29 10:00:00.500', 'k4');
UPDATE codes_of_all_types__stamp_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__bytes_kid VALUES (3, x'62', 'k3');
DELETE FROM codes_of_all_types__bytes WHERE id = 1;
INSERT INTO codes_of_all_types__bytes VALUES (3, x'61', 'again');
INSERT INTO codes_of_all_types__bytes_kid VALUES (4, 'a', 'k4');
UPDATE codes_of_all_types__bytes_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__padded_kid VALUES (3, x'62', 'k3');
DELETE FROM codes_of_all_types__padded WHERE id = 1;
INSERT INTO codes_of_all_types__padded VALUES (3, x'6100', 'again');
INSERT INTO codes_of_all_types__padded_kid VALUES (4, 'a', 'k4');
UPDATE codes_of_all_types__padded_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__member_kid VALUES (3, 'y', 'k3');
DELETE FROM codes_of_all_types__member WHERE id = 1;
INSERT INTO codes_of_all_types__member VALUES (3, 'x', 'again');
INSERT INTO codes_of_all_types__member_kid VALUES (4, 1, 'k4');
UPDATE codes_of_all_types__member_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__wide_kid VALUES (3, 'b', 'k3');
DELETE FROM codes_of_all_types__wide WHERE id = 1;
INSERT INTO codes_of_all_types__wide VALUES (3, 'a ', 'again');
INSERT INTO codes_of_all_types__wide_kid VALUES (4, 'A  ', 'k4');
UPDATE codes_of_all_types__wide_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__exact_kid VALUES (3, 'e', 'k3');
DELETE FROM codes_of_all_types__exact WHERE id = 1;
INSERT INTO codes_of_all_types__exact VALUES (3, 'é', 'again');
INSERT INTO codes_of_all_types__exact_kid VALUES (4, 'é ', 'k4');
UPDATE codes_of_all_types__exact_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__accent_kid VALUES (3, 'b', 'k3');
DELETE FROM codes_of_all_types__accent WHERE id = 1;
INSERT INTO codes_of_all_types__accent VALUES (3, 'straße', 'again');
INSERT INTO codes_of_all_types__accent_kid VALUES (4, 'STRASSE', 'k4');
UPDATE codes_of_all_types__accent_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__umlaut_kid VALUES (3, 'b', 'k3');
DELETE FROM codes_of_all_types__umlaut WHERE id = 1;
INSERT INTO codes_of_all_types__umlaut VALUES (3, 'ä', 'again');
INSERT INTO codes_of_all_types__umlaut_kid VALUES (4, 'AE', 'k4');
UPDATE codes_of_all_types__umlaut_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__letter_kid VALUES (3, 'b', 'k3');
DELETE FROM codes_of_all_types__letter WHERE id = 1;
INSERT INTO codes_of_all_types__letter VALUES (3, 'iv', 'again');
INSERT INTO codes_of_all_types__letter_kid VALUES (4, 'JU', 'k4');
UPDATE codes_of_all_types__letter_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__float_kid VALUES (3, 1, 'k3');
DELETE FROM codes_of_all_types__float WHERE id = 1;
INSERT INTO codes_of_all_types__float VALUES (3, 0, 'again');
INSERT INTO codes_of_all_types__float_kid VALUES (4, -0e0, 'k4');
UPDATE codes_of_all_types__float_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__bits_kid VALUES (3, b'10', 'k3');
DELETE FROM codes_of_all_types__bits WHERE id = 1;
INSERT INTO codes_of_all_types__bits VALUES (3, b'1', 'again');
INSERT INTO codes_of_all_types__bits_kid VALUES (4, 1, 'k4');
UPDATE codes_of_all_types__bits_kid SET w = 'k3x' WHERE id = 3;
INSERT INTO codes_of_all_types__year_kid VALUES (3, 2021, 'k3');
DELETE FROM codes_of_all_types__year WHERE id = 1;
INSERT INTO codes_of_all_types__year VALUES (3, 2020, 'again');
INSERT INTO codes_of_all_types__year_kid VALUES (4, '20', 'k4');
UPDATE codes_of_all_types__year_kid SET w = 'k3x' WHERE id = 3;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM codes_of_all_types__decimal_kid k LEFT JOIN codes_of_all_types__decimal p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__day_kid k LEFT JOIN codes_of_all_types__day p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__moment_kid k LEFT JOIN codes_of_all_types__moment p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__stamp_kid k LEFT JOIN codes_of_all_types__stamp p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__bytes_kid k LEFT JOIN codes_of_all_types__bytes p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__padded_kid k LEFT JOIN codes_of_all_types__padded p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__member_kid k LEFT JOIN codes_of_all_types__member p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__wide_kid k LEFT JOIN codes_of_all_types__wide p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__exact_kid k LEFT JOIN codes_of_all_types__exact p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__accent_kid k LEFT JOIN codes_of_all_types__accent p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__umlaut_kid k LEFT JOIN codes_of_all_types__umlaut p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__letter_kid k LEFT JOIN codes_of_all_types__letter p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__float_kid k LEFT JOIN codes_of_all_types__float p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__bits_kid k LEFT JOIN codes_of_all_types__bits p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
SELECT k.w, p.v FROM codes_of_all_types__year_kid k LEFT JOIN codes_of_all_types__year p ON p.code = k.code ORDER BY k.w
k2|second
k3x|second
k4|again
