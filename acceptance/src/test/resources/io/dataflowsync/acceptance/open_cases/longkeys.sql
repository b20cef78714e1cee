-- Text keys of more than 255 characters, and TRUNCATE
-- Settings: none
-- [both]
CREATE TABLE longkeys__text (k VARCHAR(400) CHARACTER SET latin1 COLLATE latin1_bin PRIMARY KEY, v VARCHAR(9));
CREATE TABLE longkeys__pair (a VARCHAR(200) CHARACTER SET latin1, b VARCHAR(200) CHARACTER SET latin1, v VARCHAR(9), PRIMARY KEY (a, b));
CREATE TABLE longkeys__bytes (k VARBINARY(200) PRIMARY KEY, v VARCHAR(9));
-- [before]
INSERT INTO longkeys__text VALUES (REPEAT('x', 300), 'a'), ('short', 'b'), (CONCAT(REPEAT('x', 300), 'y'), 'c');
INSERT INTO longkeys__pair VALUES (REPEAT('p', 190), REPEAT('q', 190), 'a'), ('p', 'q', 'b');
INSERT INTO longkeys__bytes VALUES (REPEAT(UNHEX('A0'), 190), 'a'), ('b', 'b');
-- [stream]
INSERT INTO longkeys__text VALUES (REPEAT('z', 256), 'd');
UPDATE longkeys__text SET v = 'c2' WHERE v = 'c';
DELETE FROM longkeys__text WHERE v = 'a';
TRUNCATE TABLE longkeys__text;
TRUNCATE TABLE longkeys__pair;
TRUNCATE TABLE longkeys__bytes;
INSERT INTO longkeys__text VALUES ('new', 'n');
-- [comparison]
-- [rows]
SELECT LENGTH(k), v FROM longkeys__text ORDER BY v
3|n
SELECT LENGTH(a), v FROM longkeys__pair ORDER BY v
SELECT LENGTH(k), v FROM longkeys__bytes ORDER BY v
