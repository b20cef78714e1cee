-- A foreign key is dropped that has another name on the target: it stays there, and cascades
-- Use: the target's tables were made without names for constraints, or in a schema where the names were taken; ddl: apply.
-- Expected: the foreign key over the same columns goes on the target, whatever its name.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE dropped_by_another_name (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropped_by_another_name__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT dropped_by_another_name_owner FOREIGN KEY (o) REFERENCES dropped_by_another_name (id) ON DELETE CASCADE);
CREATE TABLE dropped_by_another_name__toy (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT dropped_by_another_name_toy_owner FOREIGN KEY (o) REFERENCES dropped_by_another_name (id) ON DELETE CASCADE);
-- [target]
CREATE TABLE dropped_by_another_name (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE dropped_by_another_name__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), FOREIGN KEY (o) REFERENCES dropped_by_another_name (id) ON DELETE CASCADE);
CREATE TABLE dropped_by_another_name__toy (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), FOREIGN KEY (o) REFERENCES dropped_by_another_name (id) ON DELETE CASCADE);
-- [before]
INSERT INTO dropped_by_another_name VALUES (1, 'a'), (2, 'b');
INSERT INTO dropped_by_another_name__pet VALUES (1, 1, 'p1'), (2, 2, 'p2');
INSERT INTO dropped_by_another_name__toy VALUES (1, 1, 't1'), (2, 2, 't2');
-- [stream]
ALTER TABLE dropped_by_another_name__pet DROP FOREIGN KEY dropped_by_another_name_owner;
ALTER TABLE dropped_by_another_name__toy DROP FOREIGN KEY dropped_by_another_name_toy_owner;
ALTER TABLE dropped_by_another_name__toy ADD CONSTRAINT dropped_by_another_name_toy_empty FOREIGN KEY (o) REFERENCES dropped_by_another_name (id) ON DELETE SET NULL;
DELETE FROM dropped_by_another_name WHERE id = 1;
INSERT INTO dropped_by_another_name VALUES (1, 'a again');
-- [rows]
SELECT p.w, o.n FROM dropped_by_another_name__pet p LEFT JOIN dropped_by_another_name o ON o.id = p.o ORDER BY p.w
p1|a again
p2|b
SELECT t.w, o.n FROM dropped_by_another_name__toy t LEFT JOIN dropped_by_another_name o ON o.id = t.o ORDER BY t.w
t1|null
t2|b
