-- A primary key that is the foreign key to the parent's key, over three levels
-- Use: a table per subclass, as object mappers make them; and a table that refers to such a one.
-- Expected: the rows below, and no difference in the comparison (verify, demo, fire; `./dfs rehearse` of the statements of the
-- sections both and before ends with exit code 0). The key of a child is the new key of its parent.
-- Basis: run with MySQL's own replication, 5.7 to 8.0 (there id > 1000 is 0: the keys are the old ones).
-- Settings: none
-- [both]
CREATE TABLE shared_key (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(10));
CREATE TABLE shared_key__child (id INT PRIMARY KEY, w VARCHAR(10), FOREIGN KEY (id) REFERENCES shared_key (id));
CREATE TABLE shared_key__grandchild (id INT PRIMARY KEY, x VARCHAR(10), FOREIGN KEY (id) REFERENCES shared_key__child (id));
CREATE TABLE shared_key__note (id INT PRIMARY KEY AUTO_INCREMENT, child INT, FOREIGN KEY (child) REFERENCES shared_key__child (id));
-- [target]
ALTER TABLE shared_key AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO shared_key VALUES (1, 'a1'), (2, 'a2');
INSERT INTO shared_key__child VALUES (1, 'b1');
INSERT INTO shared_key__grandchild VALUES (1, 'c1');
INSERT INTO shared_key__note VALUES (1, 1);
-- [stream]
INSERT INTO shared_key__child VALUES (2, 'b2');
INSERT INTO shared_key__grandchild VALUES (2, 'c2');
INSERT INTO shared_key__note VALUES (2, 2);
UPDATE shared_key__grandchild SET x = 'c22' WHERE id = 2;
DELETE FROM shared_key__grandchild WHERE id = 1;
-- [comparison]
-- [rows]
SELECT p.id > 1000, p.v, c.w, g.x FROM shared_key p JOIN shared_key__child c USING (id) LEFT JOIN shared_key__grandchild g USING (id) ORDER BY p.v
1|a1|b1|null
1|a2|b2|c22
SELECT c.w FROM shared_key__note n JOIN shared_key__child c ON c.id = n.child ORDER BY c.w
b1
b2
