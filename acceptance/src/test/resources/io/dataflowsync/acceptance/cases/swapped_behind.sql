-- Two tables with children swap their names while rows of both wait
-- Use: as before, with dpu-service away, and rows on both sides of the swap.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE swapped_behind__a (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE swapped_behind__b (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE swapped_behind__kid (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES swapped_behind__a (id));
-- [target]
ALTER TABLE swapped_behind__b AUTO_INCREMENT = 1001;
INSERT INTO swapped_behind__a (v) VALUES ('own');
-- [before]
INSERT INTO swapped_behind__a VALUES (1, 'a 1'), (2, 'a 2');
INSERT INTO swapped_behind__b VALUES (1, 'b 1'), (2, 'b 2');
-- [stream]
-- step: end dpu-service
UPDATE swapped_behind__a SET v = 'a 1 new' WHERE id = 1;
DELETE FROM swapped_behind__b WHERE id = 2;
INSERT INTO swapped_behind__kid VALUES (1, 1);
RENAME TABLE swapped_behind__a TO swapped_behind__t, swapped_behind__b TO swapped_behind__a, swapped_behind__t TO swapped_behind__b;
UPDATE swapped_behind__a SET v = 'b 1 new' WHERE id = 1;
DELETE FROM swapped_behind__b WHERE id = 2;
INSERT INTO swapped_behind__kid VALUES (2, 1);
-- step: start dpu-service
INSERT INTO swapped_behind__a VALUES (3, 'b 3');
-- [rows]
SELECT v FROM swapped_behind__a ORDER BY v
b 1 new
b 3
SELECT v FROM swapped_behind__b ORDER BY v
a 1 new
own
SELECT p.v FROM swapped_behind__kid k LEFT JOIN swapped_behind__b p ON p.id = k.parent
a 1 new
a 1 new
