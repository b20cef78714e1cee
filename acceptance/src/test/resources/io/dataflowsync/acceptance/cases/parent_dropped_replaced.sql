-- A parent is dropped with the checks off, and another one takes its name
-- Use: a table is rebuilt beside the old one, with a column more; the foreign key of the children waits for the name.
-- Expected: a halt, since the children have keys of the table that is gone; what its text says leads on.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE parent_dropped_replaced (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE parent_dropped_replaced__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT dropped_replaced_fk FOREIGN KEY (p) REFERENCES parent_dropped_replaced (id));
-- [target]
ALTER TABLE parent_dropped_replaced AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO parent_dropped_replaced VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO parent_dropped_replaced__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
CREATE TABLE parent_dropped_replaced__next LIKE parent_dropped_replaced;
ALTER TABLE parent_dropped_replaced__next ADD COLUMN x INT;
INSERT INTO parent_dropped_replaced__next (id, n) SELECT id, n FROM parent_dropped_replaced ORDER BY id DESC;
SET foreign_key_checks = 0;
DROP TABLE parent_dropped_replaced;
RENAME TABLE parent_dropped_replaced__next TO parent_dropped_replaced;
SET foreign_key_checks = 1;
INSERT INTO parent_dropped_replaced__kid VALUES (3, 3, 'k3');
UPDATE parent_dropped_replaced SET n = CONCAT(n, '!');
-- step: halted schema-change-refused: on target: UPDATE parent_dropped_replaced__kid SET p = NULL
-- step: await applied
-- step: read again: parent_dropped_replaced__kid
INSERT INTO parent_dropped_replaced__kid VALUES (4, 1, 'k4');
-- [comparison]
-- [rows]
SELECT k.w, p.n FROM parent_dropped_replaced__kid k LEFT JOIN parent_dropped_replaced p ON p.id = k.p ORDER BY k.w
k1|a!
k2|b!
k3|c!
k4|a!
SELECT n FROM parent_dropped_replaced ORDER BY n
a!
b!
c!
