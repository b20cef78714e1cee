-- Tables that are made while they are streamed: keys and references are rewritten in them from their first row on
-- [stream]
SET SESSION sql_mode = '';
CREATE TABLE table_created (id INT NOT NULL AUTO_INCREMENT, n INT, PRIMARY KEY (id)) ENGINE=MyISAM AUTO_INCREMENT=50 DEFAULT CHARSET=utf8;
ALTER TABLE table_created ENGINE=InnoDB;
INSERT INTO table_created VALUES (77, 1), (78, 2);
CREATE TABLE table_created__child (id INT PRIMARY KEY, parent_id INT, since DATETIME NOT NULL DEFAULT '0000-00-00 00:00:00', CONSTRAINT table_created_fk FOREIGN KEY (parent_id) REFERENCES table_created (id));
INSERT INTO table_created__child (id, parent_id) VALUES (9, 78), (10, 77);
CREATE TABLE table_created__alike LIKE table_created;
INSERT INTO table_created__alike VALUES (5, 50);
CREATE TABLE table_created__gone (id INT PRIMARY KEY AUTO_INCREMENT);
INSERT INTO table_created__gone VALUES (3);
DROP TABLE table_created__gone;
CREATE TABLE table_created__gone (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
INSERT INTO table_created__gone VALUES (3, 33);
-- [rows]
SELECT t.n, c.since FROM table_created__child c JOIN table_created t ON t.id = c.parent_id ORDER BY t.n
1|0000-00-00 00:00:00
2|0000-00-00 00:00:00
SELECT n FROM table_created__alike
50
SELECT n FROM table_created__gone
33
