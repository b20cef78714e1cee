-- Rows whose key is 0 or negative, kept, moved by an offset, and new; and AUTO_INCREMENT columns that are no keys
-- Use: NO_AUTO_VALUE_ON_ZERO: the row 0 is "none".
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [pipeline]
zero_keys__kept: { identity: keep }
zero_keys__moved: { identity: { offset: 5 } }
zero_keys__ref: { references: { a: { table: zero_keys__num, zero: row }, k: zero_keys__kept, m: { table: zero_keys__moved, zero: row } } }
-- [both]
CREATE TABLE zero_keys__num (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE zero_keys__kept (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE zero_keys__moved (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE zero_keys__side (code CHAR(3) PRIMARY KEY, nr INT NOT NULL AUTO_INCREMENT, KEY (nr));
CREATE TABLE zero_keys__two (a INT, nr INT NOT NULL AUTO_INCREMENT, v VARCHAR(3), PRIMARY KEY (a, nr), KEY (nr));
CREATE TABLE zero_keys__ref (id INT PRIMARY KEY AUTO_INCREMENT, a INT, k INT, m INT, w VARCHAR(5));
-- [target]
ALTER TABLE zero_keys__num AUTO_INCREMENT = 1001;
-- [before]
SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO';
INSERT INTO zero_keys__num VALUES (0, 'zero'), (-1, 'minus'), (1, 'one');
INSERT INTO zero_keys__kept VALUES (0, 'zero'), (-1, 'minus'), (1, 'one');
INSERT INTO zero_keys__moved VALUES (-5, 'm5'), (-6, 'm6'), (0, 'zero');
INSERT INTO zero_keys__side VALUES ('a', 0), ('b', 7);
INSERT INTO zero_keys__two VALUES (1, 0, 'a'), (1, 3, 'b');
INSERT INTO zero_keys__ref VALUES (0, 0, 0, 0, 'r0'), (1, -1, -1, -5, 'r1'), (2, 1, 1, -6, 'r2');
-- [stream]
SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO';
UPDATE zero_keys__num SET n = 'Zero' WHERE id = 0;
UPDATE zero_keys__kept SET n = 'Zero' WHERE id = 0;
UPDATE zero_keys__moved SET n = 'M5' WHERE id = -5;
INSERT INTO zero_keys__side VALUES ('c', 0);
INSERT INTO zero_keys__two VALUES (2, 0, 'c');
DELETE FROM zero_keys__kept WHERE id = 1;
UPDATE zero_keys__side SET nr = 0 WHERE code = 'b';
DELETE FROM zero_keys__moved WHERE id = 0;
UPDATE zero_keys__moved SET id = 0 WHERE id = -6;
-- [comparison]
-- [rows]
SELECT r.w, a.n, k.n, m.n FROM zero_keys__ref r LEFT JOIN zero_keys__num a ON a.id = r.a LEFT JOIN zero_keys__kept k ON k.id = r.k LEFT JOIN zero_keys__moved m ON m.id = r.m ORDER BY r.w
r0|Zero|Zero|m6
r1|minus|minus|M5
r2|one|null|null
SELECT code, nr FROM zero_keys__side ORDER BY code
a|0
b|0
c|0
SELECT a, nr, v FROM zero_keys__two ORDER BY v
1|0|a
1|3|b
2|0|c
SELECT id, n FROM zero_keys__kept ORDER BY id
-1|minus
0|Zero
