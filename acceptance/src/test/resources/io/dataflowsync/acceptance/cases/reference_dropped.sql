-- A foreign key is dropped, everything in step, and rows follow
-- Use: the constraint is in the way of an online migration, or of speed; the column means what it meant.
-- Expected: a column that was a reference stays one until the pipeline file says otherwise, or the lane halts and says so: never rows with
-- new keys and rows with old ones in the same column.
-- Basis: run.
-- Settings: none
-- [both]
CREATE TABLE reference_dropped__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20));
CREATE TABLE reference_dropped__pet (id INT PRIMARY KEY AUTO_INCREMENT, owner_id INT, n VARCHAR(20),
  CONSTRAINT dropped_fk FOREIGN KEY (owner_id) REFERENCES reference_dropped__owner (id));
-- [target]
INSERT INTO reference_dropped__owner (n) VALUES ('own');
-- [before]
INSERT INTO reference_dropped__owner VALUES (1, 'a'), (2, 'b');
INSERT INTO reference_dropped__pet VALUES (1, 2, 'p1');
-- [stream]
ALTER TABLE reference_dropped__pet DROP FOREIGN KEY dropped_fk;
INSERT INTO reference_dropped__pet VALUES (2, 2, 'p2');
-- [rows]
SELECT p.n, o.n FROM reference_dropped__pet p LEFT JOIN reference_dropped__owner o ON o.id = p.owner_id ORDER BY p.n
p1|b
p2|b
