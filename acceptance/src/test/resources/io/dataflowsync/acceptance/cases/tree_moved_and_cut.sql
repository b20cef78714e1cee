-- A tree with two references to itself, one that cascades and one that is emptied: branches are moved, cut off and made anew, behind
-- Use: categories and their owners.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE tree_moved_and_cut (id INT PRIMARY KEY AUTO_INCREMENT, up INT, boss INT, v VARCHAR(9), CONSTRAINT tmc_1 FOREIGN KEY (up) REFERENCES tree_moved_and_cut (id) ON DELETE CASCADE, CONSTRAINT tmc_2 FOREIGN KEY (boss) REFERENCES tree_moved_and_cut (id) ON DELETE SET NULL);
-- [target]
ALTER TABLE tree_moved_and_cut AUTO_INCREMENT = 3;
-- [before]
INSERT INTO tree_moved_and_cut VALUES (1, NULL, NULL, 'a'), (2, 1, NULL, 'b'), (3, 2, NULL, 'c'), (4, 3, NULL, 'd'), (5, 1, 4, 'e'), (6, 5, 3, 'f');
-- [stream]
-- step: end dpu-service
INSERT INTO tree_moved_and_cut VALUES (7, 4, 6, 'g');
UPDATE tree_moved_and_cut SET up = 5 WHERE id = 3;
DELETE FROM tree_moved_and_cut WHERE id = 2;
INSERT INTO tree_moved_and_cut VALUES (8, 7, 7, 'h'), (9, 8, 8, 'i');
UPDATE tree_moved_and_cut SET up = id WHERE id = 9;
DELETE FROM tree_moved_and_cut WHERE id = 4;
INSERT INTO tree_moved_and_cut VALUES (4, 1, 9, 'd2');
DELETE FROM tree_moved_and_cut ORDER BY id DESC LIMIT 1;
INSERT INTO tree_moved_and_cut (up, boss, v) SELECT id, up, CONCAT(v, 'x') FROM tree_moved_and_cut WHERE id IN (5, 6) ORDER BY id;
-- step: start dpu-service
UPDATE tree_moved_and_cut a JOIN tree_moved_and_cut b ON b.id = a.up SET a.boss = b.id, b.v = CONCAT(b.v, '!') WHERE a.v = 'c';
-- [comparison]
-- [rows]
SELECT t.v, u.v, b.v FROM tree_moved_and_cut t LEFT JOIN tree_moved_and_cut u ON u.id = t.up LEFT JOIN tree_moved_and_cut b ON b.id = t.boss ORDER BY t.v
a|null|null
c|e!|e!
d2|a|null
e!|a|null
ex|e!|a
f|e!|c
fx|f|e!
