-- A table whose key is a reference refers to itself
-- Use: employees that are persons, each with a boss; lines of an order that continue a line.
-- Expected: the boss is found under the person's new key, in one column and in a key of two.
-- Basis: run with MySQL's own replication, 5.7 to 8.0 (there id > 1000 is 0: the keys are the old ones).
-- Settings: none
-- [both]
CREATE TABLE self_reference (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(10));
CREATE TABLE self_reference__employee (id INT PRIMARY KEY, boss INT, w VARCHAR(10), FOREIGN KEY (id) REFERENCES self_reference (id), FOREIGN KEY (boss) REFERENCES self_reference__employee (id));
CREATE TABLE self_reference__line (p INT, b INT, p2 INT, b2 INT, x VARCHAR(10), PRIMARY KEY (p, b), FOREIGN KEY (p) REFERENCES self_reference (id), FOREIGN KEY (p2, b2) REFERENCES self_reference__line (p, b));
-- [target]
ALTER TABLE self_reference AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO self_reference VALUES (1, 'a1'), (2, 'a2');
INSERT INTO self_reference__employee VALUES (1, NULL, 'b1');
INSERT INTO self_reference__line VALUES (1, 1, NULL, NULL, 'c11'), (1, 2, 1, 1, 'c12');
-- [stream]
INSERT INTO self_reference VALUES (3, 'a3');
INSERT INTO self_reference__employee VALUES (2, 1, 'b2'), (3, 2, 'b3');
INSERT INTO self_reference__line VALUES (2, 1, 1, 2, 'c21'), (3, 1, 2, NULL, 'c31');
UPDATE self_reference__employee SET boss = 1 WHERE id = 3;
UPDATE self_reference__line SET b2 = 1 WHERE p = 3;
-- [comparison]
-- [rows]
SELECT p.id > 1000, p.v, e.w, b.w FROM self_reference p JOIN self_reference__employee e USING (id) LEFT JOIN self_reference__employee b ON b.id = e.boss ORDER BY p.v
1|a1|b1|null
1|a2|b2|b1
1|a3|b3|b1
SELECT l.x, m.x FROM self_reference__line l LEFT JOIN self_reference__line m ON m.p = l.p2 AND m.b = l.b2 ORDER BY l.x
c11|null
c12|c11
c21|c12
c31|c21
