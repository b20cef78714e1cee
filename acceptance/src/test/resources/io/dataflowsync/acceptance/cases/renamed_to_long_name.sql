-- A child with two foreign keys without names of their own gets a name of sixty letters
-- Use: an archive's name has the date and the reason in it.
-- Expected: each column goes on to refer to the rows of its own parent; or a halt, whose text leads on to that.
-- Basis: run on 5.7.22: both constraints are called …_ib in information_schema behind it; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE renamed_to_long_name (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE renamed_to_long_name__user (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [source]
CREATE TABLE renamed_to_long_name__s (id INT PRIMARY KEY AUTO_INCREMENT, p INT, u INT, w VARCHAR(9), FOREIGN KEY (p) REFERENCES renamed_to_long_name (id) ON DELETE CASCADE, FOREIGN KEY (u) REFERENCES renamed_to_long_name__user (id));
-- [target]
ALTER TABLE renamed_to_long_name AUTO_INCREMENT = 1001;
ALTER TABLE renamed_to_long_name__user AUTO_INCREMENT = 2001;
CREATE TABLE renamed_to_long_name__s (id INT PRIMARY KEY AUTO_INCREMENT, p INT, u INT, w VARCHAR(9), CONSTRAINT rtln_1 FOREIGN KEY (p) REFERENCES renamed_to_long_name (id) ON DELETE CASCADE, CONSTRAINT rtln_2 FOREIGN KEY (u) REFERENCES renamed_to_long_name__user (id)) AUTO_INCREMENT = 3001;
-- [before]
INSERT INTO renamed_to_long_name VALUES (1, 'p1'), (2, 'p2'), (3, 'p3');
INSERT INTO renamed_to_long_name__user VALUES (1, 'u1'), (2, 'u2'), (3, 'u3');
INSERT INTO renamed_to_long_name__s VALUES (1, 1, 2, 'a'), (2, 2, 3, 'b'), (3, 3, 1, 'c');
-- [stream]
RENAME TABLE renamed_to_long_name__s TO renamed_to_long_name__rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr;
-- step: if halted schema-change-refused: on target: RENAME TABLE renamed_to_long_name__s TO renamed_to_long_name__rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
INSERT INTO renamed_to_long_name__rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr VALUES (4, 1, 3, 'd');
UPDATE renamed_to_long_name__rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr SET u = 1 WHERE id = 1;
DELETE FROM renamed_to_long_name WHERE id = 3;
-- [comparison]
-- [rows]
SELECT k.w, p.v, u.v FROM renamed_to_long_name__rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr k LEFT JOIN renamed_to_long_name p ON p.id = k.p LEFT JOIN renamed_to_long_name__user u ON u.id = k.u ORDER BY k.w
a|p1|u1
b|p2|u3
d|p1|u3
