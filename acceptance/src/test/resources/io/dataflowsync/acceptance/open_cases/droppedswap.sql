-- A foreign key is dropped, then its parent is copied and swapped
-- Settings: ddl: apply
-- Pipeline: its own
-- [both]
CREATE TABLE droppedswap__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE droppedswap__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT h3ds_fk FOREIGN KEY (o) REFERENCES droppedswap__owner (id));
-- [target]
ALTER TABLE droppedswap__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO droppedswap__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO droppedswap__pet VALUES (1, 2, 'p1'), (2, 3, 'p2');
-- [stream]
ALTER TABLE droppedswap__pet DROP FOREIGN KEY h3ds_fk;
CREATE TABLE droppedswap__next LIKE droppedswap__owner;
INSERT INTO droppedswap__next SELECT id, n FROM droppedswap__owner ORDER BY id DESC;
RENAME TABLE droppedswap__owner TO droppedswap__last, droppedswap__next TO droppedswap__owner;
INSERT INTO droppedswap__pet VALUES (3, 1, 'p3'), (4, 2, 'p4');
DROP TABLE droppedswap__last;
INSERT INTO droppedswap__owner VALUES (4, 'd');
INSERT INTO droppedswap__pet VALUES (5, 4, 'p5');
-- [rows]
SELECT p.w, o.n FROM droppedswap__pet p LEFT JOIN droppedswap__owner o ON o.id = p.o ORDER BY p.w
p1|b
p2|c
p3|a
p4|b
p5|d
