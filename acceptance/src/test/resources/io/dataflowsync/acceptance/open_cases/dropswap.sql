-- A parent is dropped with the checks off, and another one takes its name
-- Settings: ddl: apply
-- Pipeline: its own
-- [both]
CREATE TABLE dropswap (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE dropswap__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT h3dp_fk FOREIGN KEY (p) REFERENCES dropswap (id));
-- [target]
ALTER TABLE dropswap AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO dropswap VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO dropswap__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
CREATE TABLE dropswap__next LIKE dropswap;
ALTER TABLE dropswap__next ADD COLUMN x INT;
INSERT INTO dropswap__next (id, n) SELECT id, n FROM dropswap ORDER BY id DESC;
SET foreign_key_checks = 0;
DROP TABLE dropswap;
RENAME TABLE dropswap__next TO dropswap;
SET foreign_key_checks = 1;
INSERT INTO dropswap__kid VALUES (3, 3, 'k3');
UPDATE dropswap SET n = CONCAT(n, '!');
-- [comparison]
-- [rows]
SELECT k.w, p.n FROM dropswap__kid k LEFT JOIN dropswap p ON p.id = k.p ORDER BY k.w
k1|a!
k2|b!
k3|c!
SELECT n FROM dropswap ORDER BY n
a!
b!
c!
