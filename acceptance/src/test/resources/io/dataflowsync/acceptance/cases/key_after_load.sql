-- A dump: a table is made and filled without a key, then it gets its key, then the number
-- Use: the dumps of a well-known administration tool do so.
-- Expected: the source's rows, as with MySQL's own replication. A table that had rows before it had a key keeps their values.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE key_after_load__seed (id INT PRIMARY KEY);
-- [stream]
-- step: end dpu-service
CREATE TABLE key_after_load (id INT NOT NULL, v VARCHAR(9));
INSERT INTO key_after_load VALUES (1, 'a'), (2, 'b'), (5, 'c');
ALTER TABLE key_after_load ADD PRIMARY KEY (id);
ALTER TABLE key_after_load MODIFY id INT NOT NULL AUTO_INCREMENT, AUTO_INCREMENT = 6;
CREATE TABLE key_after_load__child (id INT NOT NULL, parent INT);
INSERT INTO key_after_load__child VALUES (1, 5);
ALTER TABLE key_after_load__child ADD PRIMARY KEY (id), ADD KEY (parent);
ALTER TABLE key_after_load__child MODIFY id INT NOT NULL AUTO_INCREMENT, AUTO_INCREMENT = 2;
ALTER TABLE key_after_load__child ADD CONSTRAINT loaded FOREIGN KEY (parent) REFERENCES key_after_load (id);
INSERT INTO key_after_load (v) VALUES ('d');
INSERT INTO key_after_load__child (parent) VALUES (6), (1);
UPDATE key_after_load SET v = 'cc' WHERE id = 5;
CREATE TABLE key_after_load__empty (v VARCHAR(9));
ALTER TABLE key_after_load__empty ADD COLUMN id INT NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST;
INSERT INTO key_after_load__empty (v) VALUES ('x'), ('y');
-- step: start dpu-service
-- step: await applied
INSERT INTO key_after_load (v) VALUES ('e');
UPDATE key_after_load__empty SET v = 'xx' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT id, v FROM key_after_load ORDER BY id
1|a
2|b
5|cc
6|d
7|e
SELECT p.v FROM key_after_load__child c JOIN key_after_load p ON p.id = c.parent ORDER BY c.id
cc
d
a
SELECT v FROM key_after_load__empty ORDER BY id
xx
y
