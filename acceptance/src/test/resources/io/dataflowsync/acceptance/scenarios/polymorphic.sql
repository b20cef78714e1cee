-- A reference whose table another column tells
-- [pipeline]
polymorphic: { references: { subject: { by: kind, tables: { post: polymorphic__post, user: polymorphic__user } } } }
-- [both]
CREATE TABLE polymorphic__post (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE polymorphic__user (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE polymorphic (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(9), subject INT);
-- [target]
ALTER TABLE polymorphic__post AUTO_INCREMENT = 1001;
ALTER TABLE polymorphic__user AUTO_INCREMENT = 2001;
-- [stream]
INSERT INTO polymorphic__post VALUES (1, 'post');
INSERT INTO polymorphic__user VALUES (1, 'user');
INSERT INTO polymorphic VALUES (1, 'post', 1), (2, 'user', 1), (3, 'other', 1), (4, NULL, 7);
UPDATE polymorphic SET kind = 'user' WHERE id = 1;
-- [rows]
SELECT kind, subject FROM polymorphic ORDER BY kind, subject
null|7
other|1
user|2001
user|2001
