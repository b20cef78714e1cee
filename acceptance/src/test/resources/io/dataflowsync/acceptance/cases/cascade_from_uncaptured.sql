-- Rows go and change by foreign keys to a table that is not captured, at one step and at two
-- Use: a pipeline that leaves out what it does not need, the parent of a table among it.
-- Expected: the capture stops before each such row, since no event has what becomes of the captured ones; what its text says leads on.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
cascade_from_uncaptured__top: { skip: true }
cascade_from_uncaptured__mid: { skip: true }
-- [source]
CREATE TABLE cascade_from_uncaptured__top (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE cascade_from_uncaptured (id INT PRIMARY KEY AUTO_INCREMENT, t INT, n VARCHAR(9), CONSTRAINT from_uncaptured_fk FOREIGN KEY (t) REFERENCES cascade_from_uncaptured__top (id) ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE cascade_from_uncaptured__mid (id INT PRIMARY KEY AUTO_INCREMENT, c INT, CONSTRAINT mid_of_captured_fk FOREIGN KEY (c) REFERENCES cascade_from_uncaptured (id) ON DELETE CASCADE);
CREATE TABLE cascade_from_uncaptured__leaf (id INT PRIMARY KEY AUTO_INCREMENT, m INT, w VARCHAR(9), CONSTRAINT leaf_of_mid_fk FOREIGN KEY (m) REFERENCES cascade_from_uncaptured__mid (id) ON DELETE CASCADE);
-- [target]
CREATE TABLE cascade_from_uncaptured (id INT PRIMARY KEY AUTO_INCREMENT, t INT, n VARCHAR(9));
CREATE TABLE cascade_from_uncaptured__leaf (id INT PRIMARY KEY AUTO_INCREMENT, m INT, w VARCHAR(9));
-- [before]
INSERT INTO cascade_from_uncaptured__top VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO cascade_from_uncaptured VALUES (1, 1, 'x'), (2, 2, 'y'), (3, 3, 'z');
INSERT INTO cascade_from_uncaptured__mid VALUES (1, 3), (2, 2);
INSERT INTO cascade_from_uncaptured__leaf VALUES (1, 1, 'l1'), (2, 2, 'l2');
-- [stream]
UPDATE cascade_from_uncaptured__top SET n = 'a!' WHERE id = 1;
DELETE FROM cascade_from_uncaptured__top WHERE id = 1;
-- step: await stopped source-cascade
-- step: skip
UPDATE cascade_from_uncaptured__top SET id = 9 WHERE id = 2;
-- step: await stopped source-cascade
-- step: skip
DELETE FROM cascade_from_uncaptured WHERE id = 3;
-- step: await stopped source-cascade
-- step: skip
-- step: read again: cascade_from_uncaptured
-- step: read again: cascade_from_uncaptured__leaf
SET foreign_key_checks = 0;
DELETE FROM cascade_from_uncaptured__top WHERE id = 9;
-- [comparison]
-- [rows]
SELECT n, t FROM cascade_from_uncaptured ORDER BY n
y|9
SELECT w FROM cascade_from_uncaptured__leaf ORDER BY w
l2
