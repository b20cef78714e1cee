-- A table is made like a child and gets its foreign key without a name, in part in a comment
-- Use: an archive of a table, with the same reference.
-- Expected: the source's rows and references; the lane halts, since nobody knows how the server has named the index, and its text says what to
-- run.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE like_of_child (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE like_of_child__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, FOREIGN KEY (p) REFERENCES like_of_child (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE like_of_child AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO like_of_child VALUES (1, 'a'), (2, 'b');
INSERT INTO like_of_child__kid VALUES (1, 2);
-- [stream]
-- step: end dpu-service
CREATE TABLE like_of_child__copy LIKE like_of_child__kid;
ALTER TABLE like_of_child__copy ADD FOREIGN KEY (p) REFERENCES like_of_child (id) /*!50003 ON DELETE CASCADE */ ON UPDATE CASCADE;
INSERT INTO like_of_child__copy VALUES (1, 1);
DELETE FROM like_of_child WHERE id = 2;
INSERT INTO like_of_child VALUES (3, 'c');
INSERT INTO like_of_child__copy VALUES (2, 3);
-- step: start dpu-service
-- step: halted schema-change-refused: on target: ALTER TABLE like_of_child__copy ADD FOREIGN KEY (p) REFERENCES like_of_child (id) ON UPDATE CASCADE
INSERT INTO like_of_child__kid VALUES (2, 3);
-- [comparison]
-- [rows]
SELECT p.v FROM like_of_child__copy c LEFT JOIN like_of_child p ON p.id = c.p ORDER BY 1
a
c
SELECT p.v FROM like_of_child__kid c LEFT JOIN like_of_child p ON p.id = c.p
c
SELECT delete_rule, update_rule FROM information_schema.referential_constraints WHERE table_name = 'like_of_child__copy'
NO ACTION|CASCADE
