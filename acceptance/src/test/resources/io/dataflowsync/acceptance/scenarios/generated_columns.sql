-- Generated columns are never written
-- [both]
CREATE TABLE generated_columns (id INT PRIMARY KEY AUTO_INCREMENT, a INT, twice INT AS (a * 2) STORED, text VARCHAR(20) AS (CONCAT('a', a)) VIRTUAL);
-- [before]
INSERT INTO generated_columns (id, a) VALUES (1, 5);
-- [stream]
INSERT INTO generated_columns (id, a) VALUES (2, 6);
UPDATE generated_columns SET a = 7 WHERE id = 1;
-- [rows]
SELECT a, twice, text FROM generated_columns ORDER BY a
6|12|a6
7|14|a7
