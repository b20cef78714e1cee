-- TRUNCATE of a table whose key has a text of another character set
-- Use: codes by country, in the character set of the old application.
-- Expected: all rows that came from the source are gone; those that come after it are there.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE truncated_texts (a INT, b VARCHAR(24) CHARACTER SET cp1251 COLLATE cp1251_bin, v INT, PRIMARY KEY (a, b));
CREATE TABLE truncated_texts__one (b VARCHAR(24) CHARACTER SET gbk PRIMARY KEY, v INT);
-- [before]
INSERT INTO truncated_texts VALUES (1, 'Привет', 1), (1, 'plain', 2), (2, 'Яж', 3), (3, 'ж', 4), (4, 'жжж', 5), (5, '', 6);
INSERT INTO truncated_texts__one VALUES ('中文', 1), ('plain', 2), ('ж', 3);
-- [stream]
INSERT INTO truncated_texts VALUES (6, 'жук', 7), (6, 'Жук', 8), (7, 'aЯ', 9);
TRUNCATE TABLE truncated_texts;
TRUNCATE TABLE truncated_texts__one;
INSERT INTO truncated_texts VALUES (1, 'Привет', 10);
INSERT INTO truncated_texts__one VALUES ('中文', 11);
-- [comparison]
-- [rows]
SELECT a, b, v FROM truncated_texts
1|Привет|10
SELECT b, v FROM truncated_texts__one
中文|11
