-- A unique key over columns that may be NULL
-- [both]
CREATE TABLE unique_null (id INT PRIMARY KEY AUTO_INCREMENT, a INT NULL, b VARCHAR(9) NULL, UNIQUE (a, b));
-- [stream]
INSERT INTO unique_null VALUES (1, 1, NULL), (2, 1, NULL), (3, NULL, 'x'), (4, NULL, 'x'), (5, 1, 'x');
UPDATE unique_null SET a = NULL WHERE id = 5;
UPDATE unique_null SET b = 'x' WHERE id = 1;
UPDATE unique_null SET b = 'y' WHERE id = 2;
-- [rows]
SELECT a, b, COUNT(*) FROM unique_null GROUP BY a, b ORDER BY a, b
null|x|3
1|x|1
1|y|1
