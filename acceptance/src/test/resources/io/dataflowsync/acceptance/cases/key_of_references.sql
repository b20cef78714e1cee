-- The number of a table of pairs gives way to the pair, which is two references, while rows from before wait
-- Use: order_items loses its number; its order and its product are the key.
-- Expected: the source's rows, as with MySQL's own replication, under the new keys of what they refer to.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE key_of_references__order (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE key_of_references__product (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE key_of_references (id INT PRIMARY KEY AUTO_INCREMENT, o INT NOT NULL, p INT NOT NULL, n INT, FOREIGN KEY (o) REFERENCES key_of_references__order (id), FOREIGN KEY (p) REFERENCES key_of_references__product (id));
-- [target]
ALTER TABLE key_of_references__order AUTO_INCREMENT = 1001;
ALTER TABLE key_of_references__product AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO key_of_references__order VALUES (1, 'o1'), (2, 'o2');
INSERT INTO key_of_references__product VALUES (1, 'p1'), (2, 'p2');
INSERT INTO key_of_references VALUES (1, 1, 1, 10), (2, 1, 2, 20);
-- [stream]
-- step: end dpu-service
UPDATE key_of_references SET n = 11 WHERE id = 1;
ALTER TABLE key_of_references DROP COLUMN id, ADD PRIMARY KEY (o, p);
UPDATE key_of_references SET n = 12 WHERE o = 1 AND p = 1;
INSERT INTO key_of_references VALUES (2, 1, 30);
UPDATE key_of_references SET o = 2 WHERE o = 1 AND p = 2;
-- step: start dpu-service
UPDATE key_of_references SET n = 31 WHERE o = 2 AND p = 1;
-- [comparison]
-- [rows]
SELECT o.v, p.v, n FROM key_of_references r JOIN key_of_references__order o ON o.id = r.o JOIN key_of_references__product p ON p.id = r.p ORDER BY n
o1|p1|12
o2|p2|20
o2|p1|31
