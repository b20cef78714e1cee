-- A column that the source drops, and the target keeps
-- [source]
CREATE TABLE dropped_column (id INT PRIMARY KEY AUTO_INCREMENT, n INT, gone VARCHAR(9));
-- [target]
CREATE TABLE dropped_column (id INT PRIMARY KEY AUTO_INCREMENT, n INT, gone VARCHAR(9));
-- [before]
INSERT INTO dropped_column VALUES (1, 1, 'x');
-- [stream]
ALTER TABLE dropped_column DROP COLUMN gone;
INSERT INTO dropped_column VALUES (2, 2);
UPDATE dropped_column SET n = 10 WHERE id = 1;
-- [rows]
SELECT n, gone FROM dropped_column ORDER BY n
2|null
10|x
