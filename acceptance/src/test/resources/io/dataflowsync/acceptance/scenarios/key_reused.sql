-- A key that is used again after its row is gone
-- [both]
CREATE TABLE key_reused (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE key_reused__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES key_reused (id));
-- [stream]
INSERT INTO key_reused VALUES (5, 'first');
DELETE FROM key_reused WHERE id = 5;
INSERT INTO key_reused VALUES (5, 'second');
INSERT INTO key_reused__child VALUES (1, 5);
UPDATE key_reused SET name = 'third' WHERE id = 5;
-- [rows]
SELECT p.name FROM key_reused__child c JOIN key_reused p ON p.id = c.parent
third
-- [relationships]
scenarios.key_reused 5 applied
scenarios.key_reused__child 1 applied
