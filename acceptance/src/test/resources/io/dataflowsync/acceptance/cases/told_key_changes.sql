-- A key changes to which a constraint, a column of the pipeline file and a told column refer
-- Use: only who has the constraint follows.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [pipeline]
told_key_changes__pet: { references: { s: told_key_changes__owner } }
told_key_changes__note: { references: { who: { by: kind, tables: { o: told_key_changes__owner } } } }
-- [both]
CREATE TABLE told_key_changes__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE told_key_changes__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, s INT, w VARCHAR(9), CONSTRAINT csb_fk FOREIGN KEY (o) REFERENCES told_key_changes__owner (id) ON UPDATE CASCADE);
CREATE TABLE told_key_changes__note (id INT PRIMARY KEY AUTO_INCREMENT, kind CHAR(1), who INT, w VARCHAR(9));
-- [target]
ALTER TABLE told_key_changes__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO told_key_changes__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO told_key_changes__pet VALUES (1, 1, 1, 'p1'), (2, 2, 2, 'p2'), (3, 3, 1, 'p3');
-- [stream]
UPDATE told_key_changes__owner SET id = 9 WHERE id = 1;
INSERT INTO told_key_changes__pet VALUES (4, 9, 9, 'p4');
INSERT INTO told_key_changes__owner VALUES (1, 'next');
-- [comparison]
-- [rows]
SELECT p.w, o.n, s.n FROM told_key_changes__pet p LEFT JOIN told_key_changes__owner o ON o.id = p.o LEFT JOIN told_key_changes__owner s ON s.id = p.s ORDER BY p.w
p1|a|next
p2|b|b
p3|c|next
p4|a|a
