-- A stored column is added that is the place of an ENUM's member, and the target has the members in another order
-- Use: states are sorted by a column. The target's table has the same words, in the order of the alphabet.
-- Expected: a halt before the statement as long as there are rows, then one before the first row; as a plain column it gets the source's values.
-- Basis: the source's rows, by reasoning.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE added_member_place (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state ENUM('new', 'open', 'done'));
-- [target]
CREATE TABLE added_member_place (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state ENUM('done', 'new', 'open')) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO added_member_place VALUES (1, 'a', 'new'), (2, 'b', 'done');
-- [stream]
ALTER TABLE added_member_place ADD COLUMN place INT AS (state + 0) STORED;
-- step: halted schema-change-refused: on target: DELETE FROM added_member_place
-- step: dismiss dead letters
-- step: read again: added_member_place
-- step: halted target-computes: on target: ALTER TABLE added_member_place MODIFY place INT
INSERT INTO added_member_place (id, v, state) VALUES (3, 'c', 'open');
-- [rows]
SELECT v, state, place FROM added_member_place ORDER BY v
a|new|1
b|done|3
c|open|2
