-- Members with quotes, backslashes, signs that the catalogue cannot write, and numbers
-- Use: a column of an ENUM gets a member at one end first.
-- Expected: each word is the member of its name, and the catalogue's way of writing it is of no matter.
-- Basis: the source's rows.
-- Settings: none
-- [source]
CREATE TABLE members_odd (id INT PRIMARY KEY AUTO_INCREMENT, e ENUM('a\\b','it''s','😀','ü','2') CHARACTER SET utf8mb4, s SET('x\\y','1','ß') CHARACTER SET utf8mb4, same ENUM('c\\d','1"2','😀') CHARACTER SET utf8mb4);
-- [target]
CREATE TABLE members_odd (id INT PRIMARY KEY AUTO_INCREMENT, e ENUM('2','ü','a\\b','it''s','😀','new') CHARACTER SET utf8mb4, s SET('ß','1','x\\y','z') CHARACTER SET utf8mb4, same ENUM('c\\d','1"2','😀') CHARACTER SET utf8mb4);
-- [before]
INSERT INTO members_odd VALUES (1, 'a\\b', 'x\\y,1', 'c\\d'), (2, '😀', '', '😀');
-- [stream]
INSERT INTO members_odd VALUES (3, 'it''s', 'ß', '1"2'), (4, '2', '1', NULL), (5, 'ü', 'x\\y', '1"2');
UPDATE members_odd SET e = 'a\\b', s = '1', same = 'c\\d' WHERE id = 3;
-- [rows]
SELECT HEX(e), e + 0, s + 0, HEX(same) FROM members_odd ORDER BY id
615C62|3.0|6.0|635C64
F09F9880|5.0|0.0|F09F9880
615C62|3.0|2.0|635C64
32|1.0|2.0|null
C3BC|2.0|4.0|312232
