-- A parent of a reference that the pipeline file alone knows is copied and swapped
-- Settings: ddl: apply
-- Pipeline: its own
-- [pipeline]
softswap__pet: { references: { o: softswap__owner } }
-- [both]
CREATE TABLE softswap__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE softswap__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9));
-- [target]
ALTER TABLE softswap__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO softswap__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO softswap__pet VALUES (1, 2, 'p1'), (2, 3, 'p2');
-- [stream]
CREATE TABLE softswap__next LIKE softswap__owner;
INSERT INTO softswap__next SELECT id, n FROM softswap__owner ORDER BY id DESC;
RENAME TABLE softswap__owner TO softswap__last, softswap__next TO softswap__owner;
UPDATE softswap__owner SET n = CONCAT(n, '!');
INSERT INTO softswap__pet VALUES (3, 1, 'p3'), (4, 2, 'p4');
-- [comparison]
-- [rows]
SELECT p.w, o.n FROM softswap__pet p LEFT JOIN softswap__owner o ON o.id = p.o ORDER BY p.w
p1|b!
p2|c!
p3|a!
p4|b!
