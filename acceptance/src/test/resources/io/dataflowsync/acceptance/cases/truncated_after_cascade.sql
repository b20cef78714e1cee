-- TRUNCATE of tables of which cascades have changed the keys, over several levels and in another case
-- Use: codes that are corrected in one place; the details are loaded anew.
-- Expected: all rows that came from the source are gone; what came behind is there.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [both]
CREATE TABLE truncated_after_cascade__land (code VARCHAR(9) PRIMARY KEY, n VARCHAR(9));
CREATE TABLE truncated_after_cascade__town (code VARCHAR(9), nr INT, n VARCHAR(9), PRIMARY KEY (code, nr), FOREIGN KEY (code) REFERENCES truncated_after_cascade__land (code) ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TABLE truncated_after_cascade__river (code VARCHAR(9) PRIMARY KEY, n VARCHAR(9), FOREIGN KEY (code) REFERENCES truncated_after_cascade__land (code) ON UPDATE CASCADE);
CREATE TABLE truncated_after_cascade__street (code VARCHAR(9), nr INT, part BINARY(3), n VARCHAR(9), PRIMARY KEY (part, nr, code), FOREIGN KEY (code, nr) REFERENCES truncated_after_cascade__town (code, nr) ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TABLE truncated_after_cascade__both (a VARCHAR(9), b VARCHAR(9), n VARCHAR(9), PRIMARY KEY (a, b), FOREIGN KEY (a) REFERENCES truncated_after_cascade__land (code) ON UPDATE CASCADE, FOREIGN KEY (b) REFERENCES truncated_after_cascade__land (code) ON UPDATE CASCADE);
CREATE TABLE truncated_after_cascade__sign (id INT PRIMARY KEY, mark VARCHAR(9) CHARACTER SET utf8 UNIQUE);
CREATE TABLE truncated_after_cascade__marked (mark VARCHAR(9) CHARACTER SET utf8 PRIMARY KEY, n VARCHAR(9), FOREIGN KEY (mark) REFERENCES truncated_after_cascade__sign (mark) ON UPDATE CASCADE);
-- [before]
INSERT INTO truncated_after_cascade__land VALUES ('a', 'A'), ('b', 'B');
INSERT INTO truncated_after_cascade__town VALUES ('a', 1, 'a1'), ('a', 2, 'a2'), ('b', 1, 'b1');
INSERT INTO truncated_after_cascade__river VALUES ('A', 'ra'), ('b', 'rb');
INSERT INTO truncated_after_cascade__street VALUES ('a', 1, 'x', 'a1x'), ('b', 1, 'y', 'b1y');
INSERT INTO truncated_after_cascade__both VALUES ('a', 'b', 'ab'), ('b', 'a', 'ba');
INSERT INTO truncated_after_cascade__sign VALUES (1, 'é'), (2, 'f'), (3, 'Straße'), (4, 'Жар');
INSERT INTO truncated_after_cascade__marked VALUES ('E', 'e'), ('f', 'f'), ('STRASE', 's'), ('жар', 'zh');
-- [stream]
UPDATE truncated_after_cascade__land SET code = 'z' WHERE code = 'a';
UPDATE truncated_after_cascade__land SET code = 'y' WHERE code = 'b';
UPDATE truncated_after_cascade__land SET code = 'x' WHERE code = 'z';
INSERT INTO truncated_after_cascade__town VALUES ('x', 3, 'x3');
UPDATE truncated_after_cascade__town SET nr = 4 WHERE nr = 1;
UPDATE truncated_after_cascade__land SET code = 'z' WHERE code = 'x';
UPDATE truncated_after_cascade__sign SET mark = 'g' WHERE id = 1;
UPDATE truncated_after_cascade__sign SET mark = 'Weg' WHERE id = 3;
UPDATE truncated_after_cascade__sign SET mark = 'Пар' WHERE id = 4;
TRUNCATE TABLE truncated_after_cascade__street;
SET foreign_key_checks = 0;
TRUNCATE TABLE truncated_after_cascade__town;
SET foreign_key_checks = 1;
TRUNCATE TABLE truncated_after_cascade__both;
TRUNCATE TABLE truncated_after_cascade__marked;
TRUNCATE TABLE truncated_after_cascade__river;
INSERT INTO truncated_after_cascade__town VALUES ('z', 7, 'z7');
-- [comparison]
-- [rows]
SELECT code, nr, n FROM truncated_after_cascade__town ORDER BY code, nr
z|7|z7
SELECT code, n FROM truncated_after_cascade__river ORDER BY code
SELECT code, nr, n FROM truncated_after_cascade__street
SELECT a, b, n FROM truncated_after_cascade__both
SELECT mark, n FROM truncated_after_cascade__marked
SELECT code, n FROM truncated_after_cascade__land ORDER BY n
z|A
y|B
