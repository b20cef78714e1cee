-- A foreign key is dropped, then its parent is copied and swapped
-- Use: the constraint is in the way of the swap.
-- Expected: a halt, since the column has keys of the rows of before, which are in another table now; what its text says leads on.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_dropped_swapped__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_dropped_swapped__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT dropped_swapped_fk FOREIGN KEY (o) REFERENCES reference_dropped_swapped__owner (id));
-- [target]
ALTER TABLE reference_dropped_swapped__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO reference_dropped_swapped__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO reference_dropped_swapped__pet VALUES (1, 2, 'p1'), (2, 3, 'p2');
-- [stream]
ALTER TABLE reference_dropped_swapped__pet DROP FOREIGN KEY dropped_swapped_fk;
CREATE TABLE reference_dropped_swapped__next LIKE reference_dropped_swapped__owner;
INSERT INTO reference_dropped_swapped__next SELECT id, n FROM reference_dropped_swapped__owner ORDER BY id DESC;
RENAME TABLE reference_dropped_swapped__owner TO reference_dropped_swapped__last, reference_dropped_swapped__next TO reference_dropped_swapped__owner;
INSERT INTO reference_dropped_swapped__pet VALUES (3, 1, 'p3'), (4, 2, 'p4');
DROP TABLE reference_dropped_swapped__last;
INSERT INTO reference_dropped_swapped__owner VALUES (4, 'd');
INSERT INTO reference_dropped_swapped__pet VALUES (5, 4, 'p5');
-- step: halted schema-change-refused: on target: UPDATE reference_dropped_swapped__pet SET o = NULL
-- step: await applied
-- step: read again: reference_dropped_swapped__pet
-- [comparison]
-- [rows]
SELECT p.w, o.n FROM reference_dropped_swapped__pet p LEFT JOIN reference_dropped_swapped__owner o ON o.id = p.o ORDER BY p.w
p1|b
p2|c
p3|a
p4|b
p5|d
