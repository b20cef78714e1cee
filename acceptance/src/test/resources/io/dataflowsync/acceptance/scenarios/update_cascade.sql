-- ON UPDATE CASCADE of a key that is kept
-- [pipeline]
update_cascade: { identity: keep }
-- [both]
CREATE TABLE update_cascade (id INT PRIMARY KEY, name VARCHAR(9));
CREATE TABLE update_cascade__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES update_cascade (id) ON UPDATE CASCADE);
-- [before]
INSERT INTO update_cascade VALUES (1, 'a');
INSERT INTO update_cascade__child VALUES (1, 1);
-- [stream]
UPDATE update_cascade SET id = 2;
INSERT INTO update_cascade__child VALUES (2, 2);
-- [rows]
SELECT c.parent, p.name FROM update_cascade__child c JOIN update_cascade p ON p.id = c.parent ORDER BY c.id
2|a
2|a
