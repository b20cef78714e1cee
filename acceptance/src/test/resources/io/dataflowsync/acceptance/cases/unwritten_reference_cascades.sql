-- A column that is not written to the target refers to a parent, and rows go along with their parent by it
-- Use: the owner of a note is on the topic for a filter, { write: false }; notes go with their owner by ON DELETE CASCADE.
-- Expected: a stop before the delete, since no foreign key of the target can do the same; skipped and read again, the source's rows.
-- Basis: the source's rows. A foreign key over a column that nothing is written to takes nobody along.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
unwritten_reference_cascades__note: { columns: { owner: { write: false } } }
-- [source]
CREATE TABLE unwritten_reference_cascades (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE unwritten_reference_cascades__note (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9), CONSTRAINT unwritten_reference_fk FOREIGN KEY (owner) REFERENCES unwritten_reference_cascades (id) ON DELETE CASCADE);
-- [target]
CREATE TABLE unwritten_reference_cascades (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE unwritten_reference_cascades__note (id INT PRIMARY KEY AUTO_INCREMENT, w VARCHAR(9)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO unwritten_reference_cascades VALUES (1, 'a'), (2, 'b');
INSERT INTO unwritten_reference_cascades__note VALUES (1, 1, 'of a'), (2, 2, 'of b');
-- [stream]
DELETE FROM unwritten_reference_cascades WHERE id = 1;
-- step: await stopped source-cascade
-- step: skip
-- step: read again: unwritten_reference_cascades__note
INSERT INTO unwritten_reference_cascades__note VALUES (3, 2, 'more');
-- [rows]
SELECT n FROM unwritten_reference_cascades
b
SELECT w FROM unwritten_reference_cascades__note ORDER BY w
more
of b
