-- The pipeline file ties a table to another lane while a row of it is a dead letter, and the row is written again
-- Use: somebody adds a missing reference to the pipeline file before the dead letters of the week are dealt with.
-- Expected: the later change waits behind the dead letter, in whichever lane it is; or a halt until that is dealt with.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
lane_kept__b: { identity: allocate }
-- [both]
CREATE TABLE lane_kept__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE lane_kept__b (id INT PRIMARY KEY AUTO_INCREMENT, a INT, n VARCHAR(9));
-- [target]
ALTER TABLE lane_kept__a AUTO_INCREMENT = 2001;
ALTER TABLE lane_kept__b ADD UNIQUE KEY (n), AUTO_INCREMENT = 1001;
INSERT INTO lane_kept__b (id, n) VALUES (9, 'x');
-- [before]
INSERT INTO lane_kept__a VALUES (1, 'a1');
INSERT INTO lane_kept__b VALUES (1, NULL, 'b1'), (2, NULL, 'b2');
-- [stream]
UPDATE lane_kept__b SET n = 'x' WHERE id = 1;
-- step: await applied
-- step: pipeline file: lane_kept__b: { references: { a: lane_kept__a } }
UPDATE lane_kept__b SET n = 'z', a = 1 WHERE id = 1;
-- step: await applied
-- step: on target: DELETE FROM lane_kept__b WHERE id = 9
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT b.n, a.n FROM lane_kept__b b LEFT JOIN lane_kept__a a ON a.id = b.a ORDER BY b.n
b2|null
z|a1
