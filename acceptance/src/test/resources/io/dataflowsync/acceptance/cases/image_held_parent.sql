-- A child moves to another parent with a MINIMAL row image, cannot be applied, and its former parent is deleted
-- Use: the row event does not tell which parent the child had; the target's foreign key cascades.
-- Expected: the parent's delete waits behind the child's update, whose dead letter can be replayed; the child is not deleted.
-- Basis: the source's own rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE image_held_parent (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE image_held_parent__child (id INT PRIMARY KEY AUTO_INCREMENT, p INT, v VARCHAR(20), w VARCHAR(9), FOREIGN KEY (p) REFERENCES image_held_parent (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE image_held_parent AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO image_held_parent VALUES (1, 'first'), (2, 'second'), (3, 'third');
INSERT INTO image_held_parent__child VALUES (1, 1, 'a', 'w1'), (2, 1, 'b', 'w2'), (3, 3, 'c', 'w3');
-- [stream]
-- step: await applied
-- step: on target: ALTER TABLE image_held_parent__child MODIFY v VARCHAR(5)
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE image_held_parent__child SET p = 2, v = 'longer than five' WHERE id = 1;
DELETE FROM image_held_parent WHERE id = 1;
UPDATE image_held_parent SET v = 'flows' WHERE id = 3;
-- step: await applied
-- step: on target: ALTER TABLE image_held_parent__child MODIFY v VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT p.v, c.v, c.w FROM image_held_parent__child c LEFT JOIN image_held_parent p ON p.id = c.p ORDER BY c.w
second|longer than five|w1
flows|c|w3
SELECT v, id > 1000 FROM image_held_parent ORDER BY v
flows|1
second|1
