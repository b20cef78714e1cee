-- A told reference is part of a key, and what tells it changes; one of its tables is emptied
-- Use: tags of anything.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [pipeline]
told_part_of_key__tag: { references: { about: { by: kind, tables: { o: told_part_of_key__owner, p: told_part_of_key__pet } } } }
-- [both]
CREATE TABLE told_part_of_key__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE told_part_of_key__pet (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE told_part_of_key__tag (kind CHAR(1), about INT, w VARCHAR(9), PRIMARY KEY (kind, about));
-- [target]
ALTER TABLE told_part_of_key__owner AUTO_INCREMENT = 1001;
ALTER TABLE told_part_of_key__pet AUTO_INCREMENT = 501;
-- [before]
INSERT INTO told_part_of_key__owner VALUES (1, 'o1'), (2, 'o2');
INSERT INTO told_part_of_key__pet VALUES (1, 'p1'), (2, 'p2');
INSERT INTO told_part_of_key__tag VALUES ('o', 1, 't1'), ('p', 1, 't2'), ('x', 1, 't3'), ('o', 2, 't4');
-- [stream]
UPDATE told_part_of_key__tag SET kind = 'p' WHERE w = 't4';
UPDATE told_part_of_key__tag SET kind = 'o' WHERE w = 't3' AND about = 2;
UPDATE told_part_of_key__tag SET kind = 'y' WHERE w = 't1';
UPDATE told_part_of_key__tag SET kind = 'o' WHERE w = 't2';
UPDATE told_part_of_key__tag SET w = 't2x' WHERE kind = 'o' AND about = 1;
UPDATE told_part_of_key__owner SET id = 7 WHERE id = 1;
INSERT INTO told_part_of_key__tag VALUES ('o', 7, 't5');
TRUNCATE TABLE told_part_of_key__pet;
INSERT INTO told_part_of_key__pet VALUES (2, 'p2b');
-- [comparison]
-- [rows]
SELECT t.w, t.kind, o.n, p.n FROM told_part_of_key__tag t LEFT JOIN told_part_of_key__owner o ON t.kind = 'o' AND o.id = t.about LEFT JOIN told_part_of_key__pet p ON t.kind = 'p' AND p.id = t.about ORDER BY t.w
t1|y|null|null
t2x|o|null|null
t3|x|null|null
t4|p|null|p2b
t5|o|o1|null
