-- A foreign key and a reference of the pipeline file from one table to the same parent, whose key changes
-- Use: a column has got its constraint, and the one beside it has not.
-- Expected: the source's rows: the column with the constraint follows the changed key, the other one does not.
-- Basis: the source's rows.
-- Settings: none
-- [pipeline]
half_constrained__pet: { references: { s: half_constrained__owner } }
-- [both]
CREATE TABLE half_constrained__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE half_constrained__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, s INT, w VARCHAR(9), CONSTRAINT half_constrained_fk FOREIGN KEY (o) REFERENCES half_constrained__owner (id) ON UPDATE CASCADE);
-- [target]
ALTER TABLE half_constrained__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO half_constrained__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO half_constrained__pet VALUES (1, 1, 1, 'p1'), (2, 2, 2, 'p2'), (3, 3, 1, 'p3');
-- [stream]
UPDATE half_constrained__owner SET id = 9 WHERE id = 1;
INSERT INTO half_constrained__pet VALUES (4, 9, 9, 'p4');
INSERT INTO half_constrained__owner VALUES (1, 'next');
-- [comparison]
-- [rows]
SELECT p.w, o.n, s.n FROM half_constrained__pet p LEFT JOIN half_constrained__owner o ON o.id = p.o LEFT JOIN half_constrained__owner s ON s.id = p.s ORDER BY p.w
p1|a|next
p2|b|b
p3|c|next
p4|a|a
