-- Two tables change their names by way of a schema that is not captured, in one RENAME
-- Use: a script that moves tables through a schema of its own, so that no name is taken twice.
-- Expected: the source's rows, each once, children with their parents.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE swapped_by_way_of_hidden (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE swapped_by_way_of_hidden__other (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE swapped_by_way_of_hidden__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT sbwoh_fk FOREIGN KEY (p) REFERENCES swapped_by_way_of_hidden (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE swapped_by_way_of_hidden AUTO_INCREMENT = 1001;
ALTER TABLE swapped_by_way_of_hidden__other AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO swapped_by_way_of_hidden VALUES (1, 'a'), (2, 'b');
INSERT INTO swapped_by_way_of_hidden__other VALUES (1, 'x'), (2, 'y');
INSERT INTO swapped_by_way_of_hidden__kid VALUES (1, 2, 'k1');
-- [stream]
CREATE DATABASE swapped_by_way_of_hidden_x;
RENAME TABLE swapped_by_way_of_hidden TO swapped_by_way_of_hidden_x.t, swapped_by_way_of_hidden__other TO swapped_by_way_of_hidden, swapped_by_way_of_hidden_x.t TO swapped_by_way_of_hidden__other;
UPDATE swapped_by_way_of_hidden SET v = 'xx' WHERE id = 1;
UPDATE swapped_by_way_of_hidden__other SET v = 'aa' WHERE id = 1;
INSERT INTO swapped_by_way_of_hidden__other VALUES (3, 'c');
INSERT INTO swapped_by_way_of_hidden__kid VALUES (2, 3, 'k2'), (3, 1, 'k3');
-- [rows]
SELECT v FROM swapped_by_way_of_hidden ORDER BY v
xx
y
SELECT k.w, p.v FROM swapped_by_way_of_hidden__kid k LEFT JOIN swapped_by_way_of_hidden__other p ON p.id = k.p ORDER BY k.w
k1|b
k2|c
k3|aa
