-- A reference to a key that nobody has, which a row gets by UPDATE
-- Use: rows were loaded with the checks off, and the row that they name gets its number later.
-- Expected: the source's rows: whoever named the number means the row that has it now.
-- Basis: the source's rows.
-- Settings: none
-- [both]
CREATE TABLE named_before_it_is__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE named_before_it_is__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT named_before_fk FOREIGN KEY (o) REFERENCES named_before_it_is__owner (id) ON UPDATE CASCADE);
-- [target]
ALTER TABLE named_before_it_is__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO named_before_it_is__owner VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');
INSERT INTO named_before_it_is__pet VALUES (1, 1, 'p1'), (2, 2, 'p2');
-- [stream]
SET foreign_key_checks = 0;
INSERT INTO named_before_it_is__pet VALUES (3, 9, 'p3');
DELETE FROM named_before_it_is__owner WHERE id = 2;
SET foreign_key_checks = 1;
UPDATE named_before_it_is__owner SET id = 9 WHERE id = 1;
UPDATE named_before_it_is__owner SET id = 2 WHERE id = 3;
INSERT INTO named_before_it_is__pet VALUES (4, 9, 'p4'), (5, 2, 'p5');
-- [comparison]
-- [rows]
SELECT p.w, o.n FROM named_before_it_is__pet p LEFT JOIN named_before_it_is__owner o ON o.id = p.o ORDER BY p.w
p1|a
p2|c
p3|a
p4|a
p5|c
