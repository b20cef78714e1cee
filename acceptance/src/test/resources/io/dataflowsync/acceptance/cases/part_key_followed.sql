-- A key changes twice that is part of the keys of its children, and that others name without a constraint
-- Use: the children follow, the others do not.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [pipeline]
part_key_followed__soft: { references: { o: part_key_followed } }
-- [both]
CREATE TABLE part_key_followed (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE part_key_followed__part (p INT, nr INT, n VARCHAR(9), PRIMARY KEY (p, nr), CONSTRAINT cpm_fk FOREIGN KEY (p) REFERENCES part_key_followed (id) ON UPDATE CASCADE);
CREATE TABLE part_key_followed__soft (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9));
-- [target]
ALTER TABLE part_key_followed AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO part_key_followed VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO part_key_followed__part VALUES (1, 1, 'a1'), (1, 2, 'a2'), (2, 1, 'b1');
INSERT INTO part_key_followed__soft VALUES (1, 1, 's1'), (2, 2, 's2');
-- [stream]
UPDATE part_key_followed SET id = 10 WHERE id = 1;
INSERT INTO part_key_followed__part VALUES (10, 3, 'a3');
UPDATE part_key_followed__part SET n = 'a1x' WHERE p = 10 AND nr = 1;
UPDATE part_key_followed SET id = 11 WHERE id = 10;
DELETE FROM part_key_followed__part WHERE p = 11 AND nr = 2;
-- [comparison]
-- [rows]
SELECT o.n, p.nr, p.n FROM part_key_followed__part p LEFT JOIN part_key_followed o ON o.id = p.p ORDER BY p.n
a|1|a1x
a|3|a3
b|1|b1
SELECT s.w, o.n FROM part_key_followed__soft s LEFT JOIN part_key_followed o ON o.id = s.o ORDER BY s.w
s1|null
s2|b
