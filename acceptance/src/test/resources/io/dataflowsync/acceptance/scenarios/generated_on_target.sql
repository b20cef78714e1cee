-- A column that only the target generates
-- [source]
CREATE TABLE generated_on_target (id INT PRIMARY KEY AUTO_INCREMENT, a INT, sum INT);
-- [target]
CREATE TABLE generated_on_target (id INT PRIMARY KEY AUTO_INCREMENT, a INT, sum INT AS (a + 1) STORED);
-- [stream]
INSERT INTO generated_on_target VALUES (1, 5, 77);
UPDATE generated_on_target SET sum = 78;
-- [rows]
SELECT a, sum FROM generated_on_target
5|6
