-- Two tables with children swap their names
-- Use: blue and green: RENAME of both in one statement, everything in step. Foreign keys follow the table, not the name.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE swapped_parents__a (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE swapped_parents__b (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE swapped_parents__kid_a (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES swapped_parents__a (id));
CREATE TABLE swapped_parents__kid_b (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES swapped_parents__b (id));
-- [target]
ALTER TABLE swapped_parents__a AUTO_INCREMENT = 501;
ALTER TABLE swapped_parents__b AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO swapped_parents__a VALUES (1, 'a 1'), (2, 'a 2');
INSERT INTO swapped_parents__b VALUES (1, 'b 1'), (2, 'b 2');
INSERT INTO swapped_parents__kid_a VALUES (1, 1);
INSERT INTO swapped_parents__kid_b VALUES (1, 1);
-- [stream]
RENAME TABLE swapped_parents__a TO swapped_parents__t, swapped_parents__b TO swapped_parents__a, swapped_parents__t TO swapped_parents__b;
INSERT INTO swapped_parents__kid_a VALUES (2, 2);
INSERT INTO swapped_parents__kid_b VALUES (2, 2);
UPDATE swapped_parents__a SET v = 'b 1 new' WHERE id = 1;
INSERT INTO swapped_parents__b VALUES (3, 'a 3');
INSERT INTO swapped_parents__kid_a VALUES (3, 3);
-- [comparison]
-- [rows]
SELECT v FROM swapped_parents__a ORDER BY v
b 1 new
b 2
SELECT p.v FROM swapped_parents__kid_a k LEFT JOIN swapped_parents__b p ON p.id = k.parent ORDER BY p.v
a 1
a 2
a 3
SELECT p.v FROM swapped_parents__kid_b k LEFT JOIN swapped_parents__a p ON p.id = k.parent ORDER BY p.v
b 1 new
b 2
