-- A polymorphic reference whose type, or both its columns, change by an UPDATE; and one that is no reference any more
-- [pipeline]
polymorphic_moves: { references: { subject: { by: kind, tables: { post: polymorphic_moves__post, user: polymorphic_moves__user } } } }
-- [both]
CREATE TABLE polymorphic_moves__post (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE polymorphic_moves__user (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE polymorphic_moves (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(9), subject INT, note VARCHAR(9));
-- [target]
ALTER TABLE polymorphic_moves__post AUTO_INCREMENT = 1001;
ALTER TABLE polymorphic_moves__user AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO polymorphic_moves__post VALUES (1, 'post'), (2, 'post');
INSERT INTO polymorphic_moves__user VALUES (1, 'user'), (2, 'user');
INSERT INTO polymorphic_moves VALUES (1, 'post', 1, 'a'), (2, 'post', 2, 'b'), (3, 'user', 1, 'c'), (4, 'user', 2, 'd'), (5, 'post', 1, 'e');
-- [stream]
UPDATE polymorphic_moves SET kind = 'user' WHERE id = 1;
UPDATE polymorphic_moves SET kind = 'user', subject = 1 WHERE id = 2;
UPDATE polymorphic_moves SET kind = NULL WHERE id = 3;
UPDATE polymorphic_moves SET note = 'dd' WHERE id = 4;
UPDATE polymorphic_moves SET kind = 'user' WHERE id = 5;
UPDATE polymorphic_moves SET kind = 'post' WHERE id = 5;
-- [rows]
SELECT kind, subject, note FROM polymorphic_moves ORDER BY note
user|2001|a
user|2001|b
null|1|c
user|2002|dd
post|1001|e
