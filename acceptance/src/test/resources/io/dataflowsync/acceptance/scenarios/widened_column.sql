-- A column that becomes wider at both ends
-- [source]
CREATE TABLE widened_column (id INT PRIMARY KEY AUTO_INCREMENT, n TINYINT, text VARCHAR(5));
-- [target]
CREATE TABLE widened_column (id INT PRIMARY KEY AUTO_INCREMENT, n BIGINT, text VARCHAR(50));
-- [before]
INSERT INTO widened_column VALUES (1, 1, 'a');
-- [stream]
ALTER TABLE widened_column MODIFY n BIGINT, MODIFY text VARCHAR(50);
INSERT INTO widened_column VALUES (2, 9000000000, 'longer than five');
-- [rows]
SELECT n, text FROM widened_column ORDER BY n
1|a
9000000000|longer than five
