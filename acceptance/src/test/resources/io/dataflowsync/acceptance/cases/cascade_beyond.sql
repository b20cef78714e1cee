-- Rows go by foreign keys from a captured table over a captured child and a table that is not captured to a captured one
-- Use: orders, items and notes are captured; the table of reservations between items and notes is left out. Rows go by ON DELETE CASCADE.
-- Expected: the capture stops before the DELETE (source-cascade), as it does where the table that is left out refers to the first one itself.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
cascade_beyond__hold: { skip: true }
-- [source]
CREATE TABLE cascade_beyond (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE cascade_beyond__item (id INT PRIMARY KEY AUTO_INCREMENT, o INT, n VARCHAR(9), CONSTRAINT cascade_beyond_item_fk FOREIGN KEY (o) REFERENCES cascade_beyond (id) ON DELETE CASCADE);
CREATE TABLE cascade_beyond__hold (id INT PRIMARY KEY AUTO_INCREMENT, i INT, CONSTRAINT cascade_beyond_hold_fk FOREIGN KEY (i) REFERENCES cascade_beyond__item (id) ON DELETE CASCADE);
CREATE TABLE cascade_beyond__note (id INT PRIMARY KEY AUTO_INCREMENT, h INT, w VARCHAR(9), CONSTRAINT cascade_beyond_note_fk FOREIGN KEY (h) REFERENCES cascade_beyond__hold (id) ON DELETE CASCADE);
-- [target]
CREATE TABLE cascade_beyond (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE cascade_beyond__item (id INT PRIMARY KEY AUTO_INCREMENT, o INT, n VARCHAR(9), CONSTRAINT cascade_beyond_item_fk FOREIGN KEY (o) REFERENCES cascade_beyond (id) ON DELETE CASCADE);
CREATE TABLE cascade_beyond__note (id INT PRIMARY KEY AUTO_INCREMENT, h INT, w VARCHAR(9));
-- [before]
INSERT INTO cascade_beyond VALUES (1, 'a'), (2, 'b');
INSERT INTO cascade_beyond__item VALUES (1, 1, 'x'), (2, 2, 'y');
INSERT INTO cascade_beyond__hold VALUES (1, 1), (2, 2);
INSERT INTO cascade_beyond__note VALUES (1, 1, 'l1'), (2, 2, 'l2');
-- [stream]
DELETE FROM cascade_beyond WHERE id = 1;
-- step: await stopped source-cascade
-- step: skip
-- step: read again: cascade_beyond__note
INSERT INTO cascade_beyond VALUES (3, 'c');
-- [comparison]
-- [rows]
SELECT n FROM cascade_beyond ORDER BY n
b
c
SELECT n FROM cascade_beyond__item ORDER BY n
y
SELECT w FROM cascade_beyond__note ORDER BY w
l2
