-- The same, whatever the stop is called: rows that went along in the source are gone on the target
-- Use: who owns a note is a secret, { drop: true }; notes go with their owner by ON DELETE CASCADE.
-- Expected: no note of the owner who is gone, or a lane or a capture that stands still and says so.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: its own
-- [pipeline]
dropped_reference_leaves_rows__note: { exclude: [owner] }
-- [source]
CREATE TABLE dropped_reference_leaves_rows (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_reference_leaves_rows__note (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9), CONSTRAINT dropped_reference_leaves_fk FOREIGN KEY (owner) REFERENCES dropped_reference_leaves_rows (id) ON DELETE CASCADE);
-- [target]
CREATE TABLE dropped_reference_leaves_rows (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE dropped_reference_leaves_rows__note (id INT PRIMARY KEY AUTO_INCREMENT, w VARCHAR(9)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO dropped_reference_leaves_rows VALUES (1, 'a'), (2, 'b');
INSERT INTO dropped_reference_leaves_rows__note VALUES (1, 1, 'of a'), (2, 2, 'of b');
-- [stream]
DELETE FROM dropped_reference_leaves_rows WHERE id = 1;
-- [or said]
source-cascade
-- [rows]
SELECT w FROM dropped_reference_leaves_rows__note ORDER BY w
of b
