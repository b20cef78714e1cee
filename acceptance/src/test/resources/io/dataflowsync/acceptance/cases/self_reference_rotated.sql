-- A tree is copied into a table LIKE it, which refers to itself and takes its place
-- Use: a tree of categories is rebuilt.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE self_reference_rotated (id INT PRIMARY KEY AUTO_INCREMENT, up INT, n VARCHAR(9), CONSTRAINT cst_fk FOREIGN KEY (up) REFERENCES self_reference_rotated (id));
-- [target]
ALTER TABLE self_reference_rotated AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO self_reference_rotated VALUES (1, NULL, 'a'), (2, 1, 'b'), (3, 2, 'c');
-- [stream]
CREATE TABLE self_reference_rotated__next LIKE self_reference_rotated;
ALTER TABLE self_reference_rotated__next ADD CONSTRAINT cst_fk2 FOREIGN KEY (up) REFERENCES self_reference_rotated__next (id);
INSERT INTO self_reference_rotated__next SELECT * FROM self_reference_rotated ORDER BY id;
RENAME TABLE self_reference_rotated TO self_reference_rotated__last, self_reference_rotated__next TO self_reference_rotated;
INSERT INTO self_reference_rotated VALUES (4, 3, 'd');
UPDATE self_reference_rotated SET up = 1 WHERE id = 3;
DROP TABLE self_reference_rotated__last;
-- [rows]
SELECT t.n, u.n FROM self_reference_rotated t LEFT JOIN self_reference_rotated u ON u.id = t.up ORDER BY t.n
a|null
b|a
c|a
d|c
