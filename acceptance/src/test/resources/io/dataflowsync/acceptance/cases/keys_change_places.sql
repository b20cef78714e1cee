-- Keys change places in one transaction, and all move up by one, with and without constraints on who refers to them
-- Use: an order of numbers that people see is mended by hand.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [pipeline]
keys_change_places__pet: { references: { o: keys_change_places__owner } }
-- [both]
CREATE TABLE keys_change_places__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9), u VARCHAR(9) UNIQUE);
CREATE TABLE keys_change_places__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9));
CREATE TABLE keys_change_places__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT cks_fk FOREIGN KEY (o) REFERENCES keys_change_places__owner (id) ON UPDATE CASCADE ON DELETE SET NULL);
-- [target]
ALTER TABLE keys_change_places__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO keys_change_places__owner VALUES (1, 'a', 'ua'), (2, 'b', 'ub'), (3, 'c', 'uc'), (4, 'd', 'ud');
INSERT INTO keys_change_places__pet VALUES (1, 1, 'p1'), (2, 2, 'p2'), (3, 3, 'p3');
INSERT INTO keys_change_places__kid VALUES (1, 1, 'k1'), (2, 2, 'k2'), (3, 3, 'k3'), (4, 4, 'k4');
-- [stream]
BEGIN;
UPDATE keys_change_places__owner SET id = -1 WHERE id = 1;
UPDATE keys_change_places__owner SET id = 1, u = 'ub2' WHERE id = 2;
UPDATE keys_change_places__owner SET id = 2, n = 'a2' WHERE id = -1;
INSERT INTO keys_change_places__kid VALUES (5, 1, 'k5'), (6, 2, 'k6');
UPDATE keys_change_places__pet SET o = 1 WHERE id = 3;
COMMIT;
BEGIN;
DELETE FROM keys_change_places__owner WHERE id = 3;
UPDATE keys_change_places__owner SET id = 3 WHERE id = 4;
INSERT INTO keys_change_places__owner VALUES (4, 'd4', 'uc');
INSERT INTO keys_change_places__pet VALUES (4, 4, 'p4'), (5, 3, 'p5');
COMMIT;
UPDATE keys_change_places__owner SET id = id + 1 ORDER BY id DESC;
INSERT INTO keys_change_places__pet VALUES (6, 5, 'p6'), (7, 1, 'p7');
INSERT INTO keys_change_places__kid VALUES (7, 5, 'k7'), (8, 4, 'k8');
-- [comparison]
-- [rows]
SELECT p.w, o.n FROM keys_change_places__pet p LEFT JOIN keys_change_places__owner o ON o.id = p.o ORDER BY p.w
p1|null
p2|b
p3|null
p4|d
p5|a2
p6|d4
p7|null
SELECT p.w, o.n, o.u FROM keys_change_places__kid p LEFT JOIN keys_change_places__owner o ON o.id = p.o ORDER BY p.w
k1|a2|ua
k2|b|ub2
k3|null|null
k4|d|ud
k5|b|ub2
k6|a2|ua
k7|d4|uc
k8|d|ud
