-- The key column of a parent gets another name; then children come
-- Use: `id` becomes `ident` in one table. The target has rows of its own under the numbers that are the source's old keys.
-- Expected: the children refer to the new keys of their parents, as before the ALTER. Where the target has no row under the old
-- number, the same fault is a dead letter (foreign key) instead.
-- Basis: run with MySQL's own replication, 5.7 to 8.0, without the target's own rows; that the target's own rows are strangers is by
-- reasoning.
-- Settings: ddl: apply
-- [both]
CREATE TABLE parent_key_renamed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
CREATE TABLE parent_key_renamed__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES parent_key_renamed (id));
-- [target]
INSERT INTO parent_key_renamed VALUES (1, 'own 1'), (2, 'own 2');
ALTER TABLE parent_key_renamed AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO parent_key_renamed VALUES (1, 'one'), (2, 'two');
INSERT INTO parent_key_renamed__child VALUES (1, 1);
-- [stream]
-- step: await applied
ALTER TABLE parent_key_renamed CHANGE COLUMN id ident INT NOT NULL AUTO_INCREMENT;
INSERT INTO parent_key_renamed__child VALUES (2, 2), (3, 1);
-- [rows]
SELECT p.v FROM parent_key_renamed__child c JOIN parent_key_renamed p ON p.ident = c.parent ORDER BY c.id
one
two
one
