-- A reference to a row that is filtered out keeps a new key ready; with a foreign key it waits as a dead letter
-- [pipeline]
filtered_parent__p: { filter: "wanted == 1" }
filtered_parent__soft: { references: { p_id: filtered_parent__p } }
-- [source]
CREATE TABLE filtered_parent__p (id INT PRIMARY KEY AUTO_INCREMENT, wanted INT);
CREATE TABLE filtered_parent__hard (id INT PRIMARY KEY AUTO_INCREMENT, p_id INT, FOREIGN KEY (p_id) REFERENCES filtered_parent__p (id));
CREATE TABLE filtered_parent__soft (id INT PRIMARY KEY AUTO_INCREMENT, p_id INT);
-- [target]
CREATE TABLE filtered_parent__p (id INT PRIMARY KEY AUTO_INCREMENT, wanted INT);
CREATE TABLE filtered_parent__hard (id INT PRIMARY KEY AUTO_INCREMENT, p_id INT, FOREIGN KEY (p_id) REFERENCES filtered_parent__p (id));
CREATE TABLE filtered_parent__soft (id INT PRIMARY KEY AUTO_INCREMENT, p_id INT);
-- [stream]
INSERT INTO filtered_parent__p VALUES (1, 0), (2, 0), (3, 1);
INSERT INTO filtered_parent__soft VALUES (1, 1), (3, 3);
INSERT INTO filtered_parent__hard VALUES (2, 2), (3, 3);
UPDATE filtered_parent__p SET wanted = 1 WHERE id = 1;
-- [dead]
filtered_parent__hard 2 dead Cannot add or update a child row: a foreign key constraint fails
-- [rows]
SELECT COUNT(*) FROM filtered_parent__soft s JOIN filtered_parent__p p ON p.id = s.p_id
2
SELECT COUNT(*) FROM filtered_parent__hard h JOIN filtered_parent__p p ON p.id = h.p_id
1
