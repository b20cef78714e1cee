-- Rows that were written with the checks off wait for their parent, which comes and goes in one breath
-- Use: a dump is loaded with the checks off, children first; a parent is made and deleted again, as by a test.
-- Expected: the children go with it, as in the source.
-- Basis: the source's rows, which MySQL's own replication has too.
-- [both]
CREATE TABLE waited_for_its_parent (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE waited_for_its_parent__line (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), FOREIGN KEY (p) REFERENCES waited_for_its_parent (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE waited_for_its_parent AUTO_INCREMENT = 1001;
ALTER TABLE waited_for_its_parent__line AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO waited_for_its_parent VALUES (1, 'a');
-- [stream]
SET SESSION foreign_key_checks = 0;
INSERT INTO waited_for_its_parent__line VALUES (1, 1, 'l1'), (2, 7, 'l2'), (3, 8, 'l3'), (4, 9, 'l4');
SET SESSION foreign_key_checks = 1;
-- step: await applied
-- step: end dpu-service
BEGIN;
INSERT INTO waited_for_its_parent VALUES (7, 'b');
DELETE FROM waited_for_its_parent WHERE id = 7;
COMMIT;
INSERT INTO waited_for_its_parent VALUES (8, 'c'), (9, 'd');
DELETE FROM waited_for_its_parent WHERE id = 9;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT w FROM waited_for_its_parent__line ORDER BY w
l1
l3
