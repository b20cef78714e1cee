-- A parent of a reference that the pipeline file alone knows is copied and swapped
-- Use: a table is rebuilt beside the old one; the schema has no constraints.
-- Expected: a halt, since the column has keys of the rows of before, which are in another table now; what its text says leads on.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
declared_parent_swapped__pet: { references: { o: declared_parent_swapped__owner } }
-- [both]
CREATE TABLE declared_parent_swapped__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE declared_parent_swapped__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9));
-- [target]
ALTER TABLE declared_parent_swapped__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO declared_parent_swapped__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO declared_parent_swapped__pet VALUES (1, 2, 'p1'), (2, 3, 'p2');
-- [stream]
CREATE TABLE declared_parent_swapped__next LIKE declared_parent_swapped__owner;
INSERT INTO declared_parent_swapped__next SELECT id, n FROM declared_parent_swapped__owner ORDER BY id DESC;
RENAME TABLE declared_parent_swapped__owner TO declared_parent_swapped__last, declared_parent_swapped__next TO declared_parent_swapped__owner;
UPDATE declared_parent_swapped__owner SET n = CONCAT(n, '!');
INSERT INTO declared_parent_swapped__pet VALUES (3, 1, 'p3'), (4, 2, 'p4');
-- step: halted schema-change-refused: on target: UPDATE declared_parent_swapped__pet SET o = NULL
-- step: await applied
-- step: read again: declared_parent_swapped__pet
INSERT INTO declared_parent_swapped__pet VALUES (5, 3, 'p5');
-- [comparison]
-- [rows]
SELECT p.w, o.n FROM declared_parent_swapped__pet p LEFT JOIN declared_parent_swapped__owner o ON o.id = p.o ORDER BY p.w
p1|b!
p2|c!
p3|a!
p4|b!
p5|c!
