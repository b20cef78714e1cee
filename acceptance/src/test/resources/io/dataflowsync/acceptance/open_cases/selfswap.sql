-- A tree that refers to itself is copied with LIKE and swapped
-- Settings: ddl: apply
-- Pipeline: its own
-- [both]
CREATE TABLE selfswap (id INT PRIMARY KEY AUTO_INCREMENT, up INT, n VARCHAR(9), CONSTRAINT h3sw_fk FOREIGN KEY (up) REFERENCES selfswap (id));
-- [target]
ALTER TABLE selfswap AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO selfswap VALUES (1, NULL, 'a'), (2, 1, 'b'), (3, 2, 'c');
-- [stream]
CREATE TABLE selfswap__next LIKE selfswap;
INSERT INTO selfswap__next SELECT * FROM selfswap ORDER BY id DESC;
RENAME TABLE selfswap TO selfswap__last, selfswap__next TO selfswap;
INSERT INTO selfswap VALUES (4, 3, 'd');
UPDATE selfswap SET up = 1 WHERE id = 3;
-- [rows]
SELECT t.n, u.n FROM selfswap t LEFT JOIN selfswap u ON u.id = t.up ORDER BY t.n
a|null
b|a
c|a
d|c
