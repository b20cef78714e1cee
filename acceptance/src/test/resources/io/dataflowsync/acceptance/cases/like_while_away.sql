-- Tables are made like others, renamed and made again while cdc-service is away, before a statement that cannot be read
-- Use: a deployment while the capture is down.
-- Expected: the source's rows; the lane halts at the one statement, and its text says what to run.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE like_while_away (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE like_while_away__swapped (id INT PRIMARY KEY AUTO_INCREMENT, first INT, after INT, KEY (after));
-- [before]
INSERT INTO like_while_away VALUES (1, 'one'), (2, 'two');
INSERT INTO like_while_away__swapped VALUES (1, 10, 20);
-- [stream]
-- step: end cdc-service
CREATE TABLE like_while_away__made LIKE like_while_away;
INSERT INTO like_while_away__made VALUES (1, 'm1');
ALTER TABLE like_while_away__made ADD w INT DEFAULT 5;
INSERT INTO like_while_away__made VALUES (2, 'm2', 6);
RENAME TABLE like_while_away__made TO like_while_away__other;
ALTER TABLE like_while_away__other ADD x INT DEFAULT 7;
DROP TABLE like_while_away;
CREATE TABLE like_while_away (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
INSERT INTO like_while_away VALUES (1, 11), (2, 22);
ALTER TABLE like_while_away ADD m INT DEFAULT 8;
CREATE TABLE like_while_away__picked (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
INSERT INTO like_while_away__picked SELECT id, n + 1 FROM like_while_away;
ALTER TABLE like_while_away__picked ADD y INT DEFAULT 9;
ALTER TABLE like_while_away__swapped MODIFY first INT AFTER after, MODIFY after INT FIRST;
INSERT INTO like_while_away__swapped (id, first, after) VALUES (2, 11, 21);
-- step: start cdc-service
-- step: if halted schema-change-refused: on target: ALTER TABLE like_while_away__swapped MODIFY first INT AFTER after, MODIFY after INT FIRST
INSERT INTO like_while_away__picked VALUES (3, 33, 3);
-- [comparison]
-- [rows]
SELECT v, w, x FROM like_while_away__other ORDER BY v
m1|5|7
m2|6|7
SELECT n, m FROM like_while_away ORDER BY n
11|8
22|8
SELECT n, y FROM like_while_away__picked ORDER BY n
12|9
23|9
33|3
SELECT first, after FROM like_while_away__swapped ORDER BY first
10|20
11|21
