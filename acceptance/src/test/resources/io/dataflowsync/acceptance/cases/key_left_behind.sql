-- Keys change while columns refer to them without a constraint: one that was dropped, one that only the pipeline file knows
-- Use: an application that keeps its references itself, and renumbers a customer.
-- Expected: who is not written goes on to name the key that was, which is nobody's, or the next one's who gets it; as in the source.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE key_left_behind__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE key_left_behind__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT hkl_fk FOREIGN KEY (o) REFERENCES key_left_behind__owner (id));
CREATE TABLE key_left_behind__shop (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE key_left_behind__sale (id INT PRIMARY KEY AUTO_INCREMENT, s INT, w VARCHAR(9));
CREATE TABLE key_left_behind__tied (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE key_left_behind__knot (id INT PRIMARY KEY AUTO_INCREMENT, t INT, w VARCHAR(9), CONSTRAINT hkl_tie FOREIGN KEY (t) REFERENCES key_left_behind__tied (id) ON UPDATE CASCADE);
CREATE TABLE key_left_behind__both (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE key_left_behind__loose (id INT PRIMARY KEY AUTO_INCREMENT, b INT, w VARCHAR(9), CONSTRAINT hkl_loose FOREIGN KEY (b) REFERENCES key_left_behind__both (id));
CREATE TABLE key_left_behind__goes (id INT PRIMARY KEY AUTO_INCREMENT, b INT, w VARCHAR(9), CONSTRAINT hkl_goes FOREIGN KEY (b) REFERENCES key_left_behind__both (id) ON UPDATE CASCADE);
CREATE TABLE key_left_behind__null (id INT PRIMARY KEY AUTO_INCREMENT, b INT, w VARCHAR(9), CONSTRAINT hkl_null FOREIGN KEY (b) REFERENCES key_left_behind__both (id) ON UPDATE SET NULL);
-- [pipeline]
key_left_behind__sale: { references: { s: key_left_behind__shop } }
-- [target]
ALTER TABLE key_left_behind__owner AUTO_INCREMENT = 1001;
ALTER TABLE key_left_behind__shop AUTO_INCREMENT = 1001;
ALTER TABLE key_left_behind__both AUTO_INCREMENT = 1001;
ALTER TABLE key_left_behind__null DROP FOREIGN KEY hkl_null;
-- [before]
INSERT INTO key_left_behind__both VALUES (1, 'b1'), (2, 'b2');
INSERT INTO key_left_behind__loose VALUES (1, 1, 'l1'), (2, 2, 'l2');
INSERT INTO key_left_behind__goes VALUES (1, 1, 'g1'), (2, 2, 'g2');
INSERT INTO key_left_behind__null VALUES (1, 1, 'n1'), (2, 2, 'n2');
INSERT INTO key_left_behind__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO key_left_behind__pet VALUES (1, 2, 'p1'), (2, 2, 'p2'), (3, 3, 'p3'), (4, 1, 'p4');
INSERT INTO key_left_behind__shop VALUES (1, 'x'), (2, 'y'), (3, 'z');
INSERT INTO key_left_behind__sale VALUES (1, 1, 's1'), (2, 2, 's2'), (3, 3, 's3');
INSERT INTO key_left_behind__tied VALUES (1, 't1'), (2, 't2');
INSERT INTO key_left_behind__knot VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
-- step: end dpu-service
UPDATE key_left_behind__tied SET id = 9 WHERE id = 2;
INSERT INTO key_left_behind__knot VALUES (3, 9, 'k3');
ALTER TABLE key_left_behind__pet DROP FOREIGN KEY hkl_fk;
UPDATE key_left_behind__owner SET id = 7 WHERE id = 2;
UPDATE key_left_behind__pet SET o = 7 WHERE id = 1;
UPDATE key_left_behind__owner SET id = 8, n = 'c8' WHERE id = 3;
INSERT INTO key_left_behind__owner VALUES (3, 'next');
ALTER TABLE key_left_behind__loose DROP FOREIGN KEY hkl_loose;
UPDATE key_left_behind__both SET id = 4 WHERE id = 2;
UPDATE key_left_behind__shop SET id = 5 WHERE id = 1;
UPDATE key_left_behind__sale SET s = 5 WHERE s = 1;
UPDATE key_left_behind__shop SET id = 6 WHERE id = 2;
INSERT INTO key_left_behind__sale VALUES (4, 6, 's4');
-- step: start dpu-service
-- step: halted target-rule: on target: ALTER TABLE key_left_behind__null ADD CONSTRAINT hkl_null FOREIGN KEY (b) REFERENCES key_left_behind__both (id) ON UPDATE SET NULL
INSERT INTO key_left_behind__goes VALUES (3, 4, 'g3');
UPDATE key_left_behind__owner SET n = 'b7' WHERE id = 7;
DELETE FROM key_left_behind__shop WHERE id = 6;
INSERT INTO key_left_behind__shop VALUES (2, 'again');
UPDATE key_left_behind__owner SET id = 2 WHERE id = 8;
-- [comparison]
-- [rows]
SELECT p.w, o.n FROM key_left_behind__pet p LEFT JOIN key_left_behind__owner o ON o.id = p.o ORDER BY p.w
p1|b7
p2|c8
p3|next
p4|a
SELECT s.w, t.n FROM key_left_behind__sale s LEFT JOIN key_left_behind__shop t ON t.id = s.s ORDER BY s.w
s1|x
s2|again
s3|z
s4|null
SELECT k.w, t.n FROM key_left_behind__knot k LEFT JOIN key_left_behind__tied t ON t.id = k.t ORDER BY k.w
k1|t1
k2|t2
k3|t2
SELECT l.w, b.n FROM key_left_behind__loose l LEFT JOIN key_left_behind__both b ON b.id = l.b ORDER BY l.w
l1|b1
l2|null
SELECT g.w, b.n FROM key_left_behind__goes g LEFT JOIN key_left_behind__both b ON b.id = g.b ORDER BY g.w
g1|b1
g2|b2
g3|b2
SELECT w, b IS NULL FROM key_left_behind__null ORDER BY w
n1|0
n2|1
