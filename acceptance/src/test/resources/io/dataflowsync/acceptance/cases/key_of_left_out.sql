-- A table that is left out gets a foreign key by which captured rows go along; the service is started again before the next captured change
-- Use: a migration at night, and a deployment of cdc-service behind it.
-- Expected: the capture stops before the DELETE (source-cascade), as it does where the foreign key was there from the start.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
key_of_left_out__hold: { skip: true }
-- [source]
CREATE TABLE key_of_left_out (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE key_of_left_out__hold (id INT PRIMARY KEY AUTO_INCREMENT, p INT);
CREATE TABLE key_of_left_out__note (id INT PRIMARY KEY AUTO_INCREMENT, h INT, w VARCHAR(9), CONSTRAINT key_of_left_out_note_fk FOREIGN KEY (h) REFERENCES key_of_left_out__hold (id) ON DELETE CASCADE);
-- [target]
CREATE TABLE key_of_left_out (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE key_of_left_out__note (id INT PRIMARY KEY AUTO_INCREMENT, h INT, w VARCHAR(9));
-- [before]
INSERT INTO key_of_left_out VALUES (1, 'a'), (2, 'b');
INSERT INTO key_of_left_out__hold VALUES (1, 1), (2, 2);
INSERT INTO key_of_left_out__note VALUES (1, 1, 'l1'), (2, 2, 'l2');
-- [stream]
-- step: await applied
ALTER TABLE key_of_left_out__hold ADD CONSTRAINT key_of_left_out_fk FOREIGN KEY (p) REFERENCES key_of_left_out (id) ON DELETE CASCADE;
-- step: await applied
-- step: end cdc-service
-- step: start cdc-service
DELETE FROM key_of_left_out WHERE id = 1;
-- step: await stopped source-cascade
-- step: skip
-- step: read again: key_of_left_out__note
-- [comparison]
-- [rows]
SELECT n FROM key_of_left_out ORDER BY n
b
SELECT w FROM key_of_left_out__note ORDER BY w
l2
