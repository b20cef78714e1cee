-- TRUNCATE of tables whose keys are texts and bytes of more than 255 characters
-- Use: addresses as keys.
-- Expected: all rows that came from the source are gone; what came behind is there.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [both]
CREATE TABLE truncated_long_keys__text (k VARCHAR(400) CHARACTER SET latin1 COLLATE latin1_bin PRIMARY KEY, v VARCHAR(9));
CREATE TABLE truncated_long_keys__pair (a VARCHAR(200) CHARACTER SET latin1, b VARCHAR(200) CHARACTER SET latin1, v VARCHAR(9), PRIMARY KEY (a, b));
CREATE TABLE truncated_long_keys__bytes (k VARBINARY(200) PRIMARY KEY, v VARCHAR(9));
-- [before]
INSERT INTO truncated_long_keys__text VALUES (REPEAT('x', 300), 'a'), ('short', 'b'), (CONCAT(REPEAT('x', 300), 'y'), 'c');
INSERT INTO truncated_long_keys__pair VALUES (REPEAT('p', 190), REPEAT('q', 190), 'a'), ('p', 'q', 'b');
INSERT INTO truncated_long_keys__bytes VALUES (REPEAT(UNHEX('A0'), 190), 'a'), ('b', 'b');
-- [stream]
INSERT INTO truncated_long_keys__text VALUES (REPEAT('z', 256), 'd');
UPDATE truncated_long_keys__text SET v = 'c2' WHERE v = 'c';
DELETE FROM truncated_long_keys__text WHERE v = 'a';
TRUNCATE TABLE truncated_long_keys__text;
TRUNCATE TABLE truncated_long_keys__pair;
TRUNCATE TABLE truncated_long_keys__bytes;
INSERT INTO truncated_long_keys__text VALUES ('new', 'n');
-- [comparison]
-- [rows]
SELECT LENGTH(k), v FROM truncated_long_keys__text ORDER BY v
3|n
SELECT LENGTH(a), v FROM truncated_long_keys__pair ORDER BY v
SELECT LENGTH(k), v FROM truncated_long_keys__bytes ORDER BY v
