-- Foreign keys of two captured schemas have one name, and come to one schema on the target
-- Use: a shop and its customer relations in two schemas, made by one tool, which calls each foreign key fk_parent.
-- Expected: a halt, since 8.0 has a name once in a schema; done by hand under another name, the lane goes on, and what the source drops by its name is that one.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: its own
-- Schemas: constraint_names_more
-- [source]
CREATE TABLE constraint_names_clash (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE constraint_names_clash__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT fk_parent FOREIGN KEY (p) REFERENCES constraint_names_clash (id) ON DELETE CASCADE);
-- [target]
CREATE TABLE constraint_names_clash (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE constraint_names_clash__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT fk_parent FOREIGN KEY (p) REFERENCES constraint_names_clash (id) ON DELETE CASCADE);
-- [before]
INSERT INTO constraint_names_clash VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO constraint_names_clash__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
CREATE TABLE constraint_names_more.constraint_names_clash__pet (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT fk_parent FOREIGN KEY (p) REFERENCES constraintnamesclash.constraint_names_clash (id) ON DELETE CASCADE);
INSERT INTO constraint_names_more.constraint_names_clash__pet VALUES (1, 1, 'p1'), (2, 2, 'p2'), (3, 3, 'p3');
-- step: halted schema-change-refused: on target: CREATE TABLE constraint_names_clash__pet (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT fk_parent_of_pet FOREIGN KEY (p) REFERENCES constraint_names_clash (id) ON DELETE CASCADE)
-- step: await applied
DELETE FROM constraint_names_clash WHERE id = 1;
ALTER TABLE constraint_names_more.constraint_names_clash__pet DROP FOREIGN KEY fk_parent;
DELETE FROM constraint_names_clash WHERE id = 2;
INSERT INTO constraint_names_clash VALUES (2, 'b again');
ALTER TABLE constraint_names_more.constraint_names_clash__pet ADD CONSTRAINT fk_parent FOREIGN KEY (p) REFERENCES constraintnamesclash.constraint_names_clash (id) ON DELETE SET NULL;
-- step: halted schema-change-refused: on target: ALTER TABLE constraint_names_clash__pet ADD CONSTRAINT fk_parent_of_pet FOREIGN KEY (p) REFERENCES constraint_names_clash (id) ON DELETE SET NULL
-- step: pass statement
-- step: await applied
DELETE FROM constraint_names_clash WHERE id = 3;
INSERT INTO constraint_names_more.constraint_names_clash__pet VALUES (4, 2, 'p4');
-- [rows]
SELECT p.w, c.n FROM constraint_names_clash__pet p LEFT JOIN constraint_names_clash c ON c.id = p.p ORDER BY p.w
p2|b again
p3|null
p4|b again
SELECT w FROM constraint_names_clash__kid
