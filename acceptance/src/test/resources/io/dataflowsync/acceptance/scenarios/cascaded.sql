-- ON DELETE CASCADE and SET NULL are the target's own doing; a row that went that way may come again
-- [both]
CREATE TABLE cascaded (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE cascaded__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES cascaded (id) ON DELETE CASCADE);
CREATE TABLE cascaded__grandchild (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES cascaded__child (id) ON DELETE CASCADE);
CREATE TABLE cascaded__note (id INT PRIMARY KEY AUTO_INCREMENT, about INT NULL, FOREIGN KEY (about) REFERENCES cascaded (id) ON DELETE SET NULL);
-- [before]
INSERT INTO cascaded VALUES (1, 'goes'), (2, 'stays');
INSERT INTO cascaded__child VALUES (1, 1), (2, 2);
INSERT INTO cascaded__grandchild VALUES (1, 1), (2, 2);
INSERT INTO cascaded__note VALUES (1, 1), (2, 2);
-- [stream]
DELETE FROM cascaded WHERE id = 1;
INSERT INTO cascaded__child VALUES (1, 2);
-- [rows]
SELECT p.name, COUNT(*) FROM cascaded__child c JOIN cascaded p ON p.id = c.parent GROUP BY p.name
stays|2
SELECT COUNT(*) FROM cascaded__grandchild
1
SELECT COUNT(*), SUM(about IS NULL) FROM cascaded__note
2|1
