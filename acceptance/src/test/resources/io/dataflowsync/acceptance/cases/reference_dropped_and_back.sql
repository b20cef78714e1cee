-- The parent of a dropped foreign key gets another name, and a table of its former name comes in a later statement, behind
-- Use: the old table is put away first; hours later the new one is there.
-- Expected: the column follows the table to its other name, and a halt where a table takes the former name; what its text says leads on.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_dropped_and_back__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_dropped_and_back__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT dropped_and_back_fk FOREIGN KEY (o) REFERENCES reference_dropped_and_back__owner (id));
CREATE TABLE reference_dropped_and_back__toy (id INT PRIMARY KEY AUTO_INCREMENT, p INT, FOREIGN KEY (p) REFERENCES reference_dropped_and_back__pet (id));
-- [target]
ALTER TABLE reference_dropped_and_back__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO reference_dropped_and_back__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO reference_dropped_and_back__pet VALUES (1, 2, 'p1'), (2, 3, 'p2');
INSERT INTO reference_dropped_and_back__toy VALUES (1, 2);
-- [stream]
-- step: end dpu-service
ALTER TABLE reference_dropped_and_back__pet DROP FOREIGN KEY dropped_and_back_fk;
RENAME TABLE reference_dropped_and_back__owner TO reference_dropped_and_back__last;
INSERT INTO reference_dropped_and_back__pet VALUES (3, 1, 'p3');
ALTER TABLE reference_dropped_and_back__pet ADD COLUMN x INT;
RENAME TABLE reference_dropped_and_back__pet TO reference_dropped_and_back__dog;
CREATE TABLE reference_dropped_and_back__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
INSERT INTO reference_dropped_and_back__owner SELECT id, UPPER(n) FROM reference_dropped_and_back__last ORDER BY id DESC;
INSERT INTO reference_dropped_and_back__dog VALUES (4, 2, 'p4', 7);
-- step: start dpu-service
-- step: halted schema-change-refused: on target: UPDATE reference_dropped_and_back__dog SET o = NULL
-- step: await applied
-- step: read again: reference_dropped_and_back__dog
INSERT INTO reference_dropped_and_back__dog VALUES (5, 3, 'p5', 8);
-- [comparison]
-- [rows]
SELECT p.w, o.n FROM reference_dropped_and_back__dog p LEFT JOIN reference_dropped_and_back__owner o ON o.id = p.o ORDER BY p.w
p1|B
p2|C
p3|A
p4|B
p5|C
