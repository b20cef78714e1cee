-- A column that never leaves the source refers to a parent, and rows go along with their parent by it
-- Use: who owns a note is a secret, { drop: true }; notes go with their owner by ON DELETE CASCADE.
-- Expected: a stop before the delete: the source deletes notes in no event, and no foreign key of the target can do it. Read again, the source's rows.
-- Basis: the source's rows. "What goes along goes along on the target, too."
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
dropped_reference_cascades__note: { columns: { owner: { drop: true } } }
-- [source]
CREATE TABLE dropped_reference_cascades (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_reference_cascades__note (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9), CONSTRAINT dropped_reference_cascades_fk FOREIGN KEY (owner) REFERENCES dropped_reference_cascades (id) ON DELETE CASCADE);
-- [target]
CREATE TABLE dropped_reference_cascades (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE dropped_reference_cascades__note (id INT PRIMARY KEY AUTO_INCREMENT, w VARCHAR(9)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO dropped_reference_cascades VALUES (1, 'a'), (2, 'b');
INSERT INTO dropped_reference_cascades__note VALUES (1, 1, 'of a'), (2, 2, 'of b');
-- [stream]
DELETE FROM dropped_reference_cascades WHERE id = 1;
-- step: await stopped source-cascade
-- step: skip
-- step: read again: dropped_reference_cascades__note
INSERT INTO dropped_reference_cascades__note VALUES (3, 2, 'more');
-- [rows]
SELECT n FROM dropped_reference_cascades
b
SELECT w FROM dropped_reference_cascades__note ORDER BY w
more
of b
