-- A tree that refers to itself is copied with LIKE, without its constraint, and swapped
-- Use: a tree of categories is rebuilt.
-- Expected: a halt, since the copy has keys of the rows of the tree that it is a copy of; what its text says leads on.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE tree_swapped (id INT PRIMARY KEY AUTO_INCREMENT, up INT, n VARCHAR(9), CONSTRAINT tree_swapped_fk FOREIGN KEY (up) REFERENCES tree_swapped (id));
-- [target]
ALTER TABLE tree_swapped AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO tree_swapped VALUES (1, NULL, 'a'), (2, 1, 'b'), (3, 2, 'c');
-- [stream]
CREATE TABLE tree_swapped__next LIKE tree_swapped;
INSERT INTO tree_swapped__next SELECT * FROM tree_swapped ORDER BY id DESC;
RENAME TABLE tree_swapped TO tree_swapped__last, tree_swapped__next TO tree_swapped;
INSERT INTO tree_swapped VALUES (4, 3, 'd');
UPDATE tree_swapped SET up = 1 WHERE id = 3;
-- step: halted schema-change-refused: on target: UPDATE tree_swapped__next SET up = NULL
-- step: await applied
-- step: read again: tree_swapped
INSERT INTO tree_swapped VALUES (5, 4, 'e');
-- [comparison]
-- [rows]
SELECT t.n, u.n FROM tree_swapped t LEFT JOIN tree_swapped u ON u.id = t.up ORDER BY t.n
a|null
b|a
c|a
d|c
e|d
SELECT t.n, u.n FROM tree_swapped__last t LEFT JOIN tree_swapped__last u ON u.id = t.up ORDER BY t.n
a|null
b|a
c|b
