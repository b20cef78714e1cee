-- NULL stays NULL where the column has a default, and a column that only the target has gets its default
-- [source]
CREATE TABLE defaults (id INT PRIMARY KEY AUTO_INCREMENT, a INT NULL DEFAULT 5, b VARCHAR(9) DEFAULT 'x', c TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP);
-- [target]
CREATE TABLE defaults (id INT PRIMARY KEY AUTO_INCREMENT, a INT NULL DEFAULT 6, b VARCHAR(9) DEFAULT 'y', c TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP, d INT NOT NULL DEFAULT 9);
-- [before]
INSERT INTO defaults VALUES (1, NULL, NULL, NULL);
-- [stream]
INSERT INTO defaults VALUES (2, NULL, NULL, NULL);
INSERT INTO defaults (id) VALUES (3);
UPDATE defaults SET a = NULL, b = NULL, c = NULL WHERE id = 3;
-- [rows]
SELECT a, b, c, d FROM defaults
null|null|null|9
null|null|null|9
null|null|null|9
