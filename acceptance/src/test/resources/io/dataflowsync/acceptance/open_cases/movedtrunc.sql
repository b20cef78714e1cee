-- The same of a key of two columns
-- Settings: none
-- [both]
CREATE TABLE movedtrunc (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE movedtrunc__part (p INT, nr INT, n VARCHAR(9), PRIMARY KEY (p, nr), CONSTRAINT h3mt_fk FOREIGN KEY (p) REFERENCES movedtrunc (id) ON UPDATE CASCADE);
-- [target]
ALTER TABLE movedtrunc AUTO_INCREMENT = 1001;
-- [pipeline]
movedtrunc: { identity: keep }
-- [before]
INSERT INTO movedtrunc VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO movedtrunc__part VALUES (1, 1, 'a1'), (1, 2, 'a2'), (2, 1, 'b1');
-- [stream]
UPDATE movedtrunc SET id = 10 WHERE id = 1;
INSERT INTO movedtrunc__part VALUES (10, 3, 'a3');
UPDATE movedtrunc__part SET n = 'a1x' WHERE p = 10 AND nr = 1;
TRUNCATE TABLE movedtrunc__part;
INSERT INTO movedtrunc__part VALUES (2, 9, 'b9');
-- [comparison]
-- [rows]
SELECT o.n, p.nr, p.n FROM movedtrunc__part p LEFT JOIN movedtrunc o ON o.id = p.p ORDER BY p.n
b|9|b9
