-- Two tables are one on the target; the foreign key of the one cascades, that of the other one empties the column
-- Use: tenants with a table each, of two releases. East's notes go with their owner, west's lose him.
-- Expected: a halt, since the target's rule deletes west's notes, too. Dropped there, a dead letter: no foreign key does both. Read again, the source's rows.
-- Basis: the source's rows. With both rules the target deletes west's notes, too.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
rules_of_united__east: { target: rules_of_united }
rules_of_united__west: { target: rules_of_united }
-- [source]
CREATE TABLE rules_of_united__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE rules_of_united__east (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9), CONSTRAINT rules_of_united_east FOREIGN KEY (owner) REFERENCES rules_of_united__owner (id) ON DELETE CASCADE);
CREATE TABLE rules_of_united__west (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9), CONSTRAINT rules_of_united_west FOREIGN KEY (owner) REFERENCES rules_of_united__owner (id) ON DELETE SET NULL);
-- [target]
CREATE TABLE rules_of_united__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 501;
CREATE TABLE rules_of_united (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9), CONSTRAINT rules_of_united_east FOREIGN KEY (owner) REFERENCES rules_of_united__owner (id) ON DELETE CASCADE) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO rules_of_united__owner VALUES (1, 'a'), (2, 'b');
INSERT INTO rules_of_united__east VALUES (1, 1, 'e1'), (2, 2, 'e2');
INSERT INTO rules_of_united__west VALUES (1, 1, 'w1'), (2, 2, 'w2');
-- [stream]
DELETE FROM rules_of_united__owner WHERE id = 1;
-- step: halted target-rule: on target: ALTER TABLE rules_of_united DROP FOREIGN KEY rules_of_united_east
-- step: dismiss dead letters
-- step: read again: rules_of_united__owner
-- step: read again: rules_of_united__east
-- step: read again: rules_of_united__west
INSERT INTO rules_of_united__west VALUES (3, 2, 'w3');
-- [rows]
SELECT k.w, o.n FROM rules_of_united k LEFT JOIN rules_of_united__owner o ON o.id = k.owner ORDER BY k.w
e2|b
w1|null
w2|b
w3|b
