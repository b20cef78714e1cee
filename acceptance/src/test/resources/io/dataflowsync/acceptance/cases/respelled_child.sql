-- The column of a foreign key was given another case in its name before the start
-- Use: columns in camel case, by CHANGE owner Owner. InnoDB of 5.7 keeps the former spelling of the column, and tells it with the foreign key.
-- Expected: the source's rows: the column is the same to the server, and refers as before.
-- Basis: by reasoning: the server compares names of columns without case; its ALTER marks a column as renamed only where they differ otherwise.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE respelled_child (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE respelled_child__kid (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9), CONSTRAINT respelled_child_fk FOREIGN KEY (owner) REFERENCES respelled_child (id));
ALTER TABLE respelled_child__kid CHANGE owner Owner INT;
-- [target]
ALTER TABLE respelled_child AUTO_INCREMENT = 2;
-- [before]
INSERT INTO respelled_child VALUES (1, 'p1'), (2, 'p2'), (3, 'p3');
INSERT INTO respelled_child__kid VALUES (1, 2, 'k1'), (2, 3, 'k2');
-- [stream]
INSERT INTO respelled_child__kid VALUES (3, 2, 'k3');
UPDATE respelled_child__kid SET Owner = 3 WHERE id = 1;
-- [rows]
SELECT k.w, p.n FROM respelled_child__kid k LEFT JOIN respelled_child p ON p.id = k.Owner ORDER BY k.w
k1|p3
k2|p3
k3|p2
