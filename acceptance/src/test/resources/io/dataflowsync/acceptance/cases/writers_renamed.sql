-- A parent, a column that refers to it, its index, its default and the rule of its foreign key get others in two statements, behind
-- Use: rename_table, rename_column and change_column of an ORM in one deployment.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE writers_renamed__authors (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE writers_renamed__posts (id INT PRIMARY KEY AUTO_INCREMENT, author_id INT, title VARCHAR(9), KEY index_posts_on_author_id (author_id), CONSTRAINT fk_rails_1 FOREIGN KEY (author_id) REFERENCES writers_renamed__authors (id) ON DELETE SET NULL);
-- [target]
ALTER TABLE writers_renamed__authors AUTO_INCREMENT = 2;
-- [before]
INSERT INTO writers_renamed__authors VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO writers_renamed__posts VALUES (1, 1, 'p1'), (2, 2, 'p2');
-- [stream]
-- step: end dpu-service
INSERT INTO writers_renamed__posts VALUES (3, 3, 'p3');
DELETE FROM writers_renamed__authors WHERE id = 3;
RENAME TABLE writers_renamed__authors TO writers_renamed__writers;
DELETE FROM writers_renamed__posts WHERE author_id IS NULL;
ALTER TABLE writers_renamed__posts DROP FOREIGN KEY fk_rails_1, CHANGE author_id writer_id INT NOT NULL DEFAULT 2 AFTER title, RENAME INDEX index_posts_on_author_id TO index_posts_on_writer_id, ADD CONSTRAINT fk_rails_2 FOREIGN KEY (writer_id) REFERENCES writers_renamed__writers (id) ON DELETE CASCADE;
INSERT INTO writers_renamed__posts (title) VALUES ('p4');
INSERT INTO writers_renamed__writers VALUES (4, 'd');
INSERT INTO writers_renamed__posts (title, writer_id) VALUES ('p5', 4), ('p6', 1);
ALTER TABLE writers_renamed__posts ALTER COLUMN writer_id DROP DEFAULT;
DELETE FROM writers_renamed__writers WHERE id = 4;
-- step: start dpu-service
UPDATE writers_renamed__posts SET writer_id = 1 WHERE title = 'p2';
-- [comparison]
-- [rows]
SELECT p.title, w.v FROM writers_renamed__posts p LEFT JOIN writers_renamed__writers w ON w.id = p.writer_id ORDER BY p.title
p1|a
p2|a
p4|b
p6|a
