-- A number that is too large for the target's column
-- [source]
CREATE TABLE out_of_range (id INT PRIMARY KEY AUTO_INCREMENT, n BIGINT);
-- [target]
CREATE TABLE out_of_range (id INT PRIMARY KEY AUTO_INCREMENT, n TINYINT);
-- [stream]
INSERT INTO out_of_range VALUES (1, 127), (2, 128);
-- [dead]
out_of_range 2 dead Data truncation: Out of range value for column 'n' at row 1
-- [rows]
SELECT n FROM out_of_range
127
