-- A table that the source makes while it is streamed, and the target has already
-- [target]
CREATE TABLE new_table (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
-- [stream]
CREATE TABLE new_table (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
INSERT INTO new_table VALUES (1, 10);
UPDATE new_table SET n = 11;
-- [rows]
SELECT n FROM new_table
11
