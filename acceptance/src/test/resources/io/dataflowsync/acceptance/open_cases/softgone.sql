-- The parent of a reference of the pipeline file gets another name
-- Settings: ddl: apply
-- Pipeline: its own
-- [pipeline]
softgone__pet: { references: { o: softgone__owner } }
-- [both]
CREATE TABLE softgone__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE softgone__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9));
-- [target]
ALTER TABLE softgone__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO softgone__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO softgone__pet VALUES (1, 2, 'p1'), (2, 3, 'p2');
-- [stream]
RENAME TABLE softgone__owner TO softgone__holder;
INSERT INTO softgone__holder VALUES (4, 'd');
INSERT INTO softgone__pet VALUES (3, 4, 'p3');
UPDATE softgone__pet SET o = 1 WHERE id = 1;
-- [rows]
SELECT p.w, o.n FROM softgone__pet p LEFT JOIN softgone__holder o ON o.id = p.o ORDER BY p.w
p1|a
p2|c
p3|d
