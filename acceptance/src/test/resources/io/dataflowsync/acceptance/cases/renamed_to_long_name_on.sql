-- A child with two foreign keys without names of their own gets a name of sixty letters, and what the halt says is followed
-- Use: as in renamed_to_long_name.
-- Expected: the source's rows: what the text says leads on to them.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE renamed_to_long_name_on (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE renamed_to_long_name_on__user (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [source]
CREATE TABLE renamed_to_long_name_on__s (id INT PRIMARY KEY AUTO_INCREMENT, p INT, u INT, w VARCHAR(9), FOREIGN KEY (p) REFERENCES renamed_to_long_name_on (id) ON DELETE CASCADE, FOREIGN KEY (u) REFERENCES renamed_to_long_name_on__user (id));
-- [target]
ALTER TABLE renamed_to_long_name_on AUTO_INCREMENT = 1001;
ALTER TABLE renamed_to_long_name_on__user AUTO_INCREMENT = 1001;
CREATE TABLE renamed_to_long_name_on__s (id INT PRIMARY KEY AUTO_INCREMENT, p INT, u INT, w VARCHAR(9), CONSTRAINT rtlo_1 FOREIGN KEY (p) REFERENCES renamed_to_long_name_on (id) ON DELETE CASCADE, CONSTRAINT rtlo_2 FOREIGN KEY (u) REFERENCES renamed_to_long_name_on__user (id)) AUTO_INCREMENT = 3001;
-- [before]
INSERT INTO renamed_to_long_name_on VALUES (3, 'p3'), (2, 'p2'), (1, 'p1');
INSERT INTO renamed_to_long_name_on__user VALUES (1, 'u1');
INSERT INTO renamed_to_long_name_on__user VALUES (5, 'u5');
INSERT INTO renamed_to_long_name_on__user VALUES (2, 'u2'), (3, 'u3');
INSERT INTO renamed_to_long_name_on__s VALUES (1, 1, 2, 'a'), (2, 2, 3, 'b'), (3, 3, 1, 'c');
-- [stream]
RENAME TABLE renamed_to_long_name_on__s TO renamed_to_long_name_on__rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr;
-- step: if halted schema-change-refused: on target: UPDATE renamed_to_long_name_on__s SET u = NULL
-- step: if halted schema-change-refused: on target: RENAME TABLE renamed_to_long_name_on__s TO renamed_to_long_name_on__rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
-- step: await applied
-- step: dismiss dead letters
-- step: read again: renamed_to_long_name_on__rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
INSERT INTO renamed_to_long_name_on__rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr VALUES (4, 1, 3, 'd');
UPDATE renamed_to_long_name_on__rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr SET u = 1 WHERE id = 1;
-- [rows]
SELECT k.w, p.v, u.v FROM renamed_to_long_name_on__rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr k LEFT JOIN renamed_to_long_name_on p ON p.id = k.p LEFT JOIN renamed_to_long_name_on__user u ON u.id = k.u ORDER BY k.w
a|p1|u1
b|p2|u3
c|p3|u1
d|p1|u3
