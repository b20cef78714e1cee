-- A tool copies a table whose foreign key was dropped before
-- Use: gh-ost, which wants tables without foreign keys.
-- Expected: the column refers to what it referred to, before and behind the copy.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE ghost_of_former (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE ghost_of_former__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT gof_fk FOREIGN KEY (p) REFERENCES ghost_of_former (id));
-- [target]
ALTER TABLE ghost_of_former AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO ghost_of_former VALUES (1, 'a'), (2, 'b');
INSERT INTO ghost_of_former__kid VALUES (1, 2, 'k1');
-- [stream]
ALTER TABLE ghost_of_former__kid DROP FOREIGN KEY gof_fk;
INSERT INTO ghost_of_former__kid VALUES (2, 1, 'k2');
CREATE TABLE _ghost_of_former__kid_gho LIKE ghost_of_former__kid;
ALTER TABLE _ghost_of_former__kid_gho ADD COLUMN x INT DEFAULT 4;
INSERT INTO _ghost_of_former__kid_gho (id, p, w) SELECT id, p, w FROM ghost_of_former__kid;
RENAME TABLE ghost_of_former__kid TO _ghost_of_former__kid_del, _ghost_of_former__kid_gho TO ghost_of_former__kid;
INSERT INTO ghost_of_former__kid VALUES (3, 2, 'k3', 5);
UPDATE ghost_of_former__kid SET p = 2 WHERE id = 2;
-- [comparison]
-- [rows]
SELECT k.w, p.v, k.x FROM ghost_of_former__kid k LEFT JOIN ghost_of_former p ON p.id = k.p ORDER BY k.w
k1|b|4
k2|b|4
k3|b|5
