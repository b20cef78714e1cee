-- A foreign key and a reference of the pipeline file from one table to the same parent, whose key changes
-- Settings: none
-- [pipeline]
softonly__pet: { references: { s: softonly__owner } }
-- [both]
CREATE TABLE softonly__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE softonly__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, s INT, w VARCHAR(9), CONSTRAINT h3so_fk FOREIGN KEY (o) REFERENCES softonly__owner (id) ON UPDATE CASCADE);
-- [target]
ALTER TABLE softonly__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO softonly__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO softonly__pet VALUES (1, 1, 1, 'p1'), (2, 2, 2, 'p2'), (3, 3, 1, 'p3');
-- [stream]
UPDATE softonly__owner SET id = 9 WHERE id = 1;
INSERT INTO softonly__pet VALUES (4, 9, 9, 'p4');
INSERT INTO softonly__owner VALUES (1, 'next');
-- [comparison]
-- [rows]
SELECT p.w, o.n, s.n FROM softonly__pet p LEFT JOIN softonly__owner o ON o.id = p.o LEFT JOIN softonly__owner s ON s.id = p.s ORDER BY p.w
p1|a|next
p2|b|b
p3|c|next
p4|a|a
