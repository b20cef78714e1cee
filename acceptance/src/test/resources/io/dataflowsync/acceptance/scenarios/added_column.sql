-- A column that the source gets, and the target has already
-- [source]
CREATE TABLE added_column (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
-- [target]
CREATE TABLE added_column (id INT PRIMARY KEY AUTO_INCREMENT, n INT, more VARCHAR(9));
-- [before]
INSERT INTO added_column VALUES (1, 1);
-- [stream]
INSERT INTO added_column VALUES (2, 2);
ALTER TABLE added_column ADD COLUMN more VARCHAR(9) NULL FIRST;
INSERT INTO added_column VALUES ('x', 3, 3);
UPDATE added_column SET more = 'y' WHERE id = 1;
-- [rows]
SELECT n, more FROM added_column ORDER BY n
1|y
2|null
3|x
