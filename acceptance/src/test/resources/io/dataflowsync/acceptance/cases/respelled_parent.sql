-- The key that foreign keys refer to was given another case in its name before the start
-- Use: id becomes ID, by CHANGE. InnoDB of 5.7 keeps the former spelling, and tells it with the foreign keys of others.
-- Expected: the source's rows: who refers to the key has its new one.
-- Basis: by reasoning: the server compares names of columns without case.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE respelled_parent (id INT NOT NULL PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE respelled_parent__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT respelled_parent_fk FOREIGN KEY (p) REFERENCES respelled_parent (id));
ALTER TABLE respelled_parent CHANGE id ID INT NOT NULL AUTO_INCREMENT;
-- [target]
ALTER TABLE respelled_parent AUTO_INCREMENT = 2;
-- [before]
INSERT INTO respelled_parent VALUES (1, 'p1'), (2, 'p2'), (3, 'p3');
INSERT INTO respelled_parent__kid VALUES (1, 2, 'k1'), (2, 3, 'k2');
-- [stream]
INSERT INTO respelled_parent__kid VALUES (3, 2, 'k3');
INSERT INTO respelled_parent VALUES (4, 'p4');
INSERT INTO respelled_parent__kid VALUES (4, 4, 'k4');
-- [rows]
SELECT k.w, p.n FROM respelled_parent__kid k LEFT JOIN respelled_parent p ON p.ID = k.p ORDER BY k.w
k1|p2
k2|p3
k3|p2
k4|p4
