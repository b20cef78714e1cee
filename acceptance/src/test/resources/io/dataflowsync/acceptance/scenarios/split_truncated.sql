-- TRUNCATE empties both targets of a table, and leaves the rows that they have of their own
-- [pipeline]
split_truncated: { targets: [{ target: split_truncated__a }, { target: split_truncated__b, filter: "n > 1" }] }
-- [source]
CREATE TABLE split_truncated (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
-- [target]
CREATE TABLE split_truncated__a (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
CREATE TABLE split_truncated__b (id INT PRIMARY KEY, n INT);
INSERT INTO split_truncated__a VALUES (700, 70);
INSERT INTO split_truncated__b VALUES (7, 77);
-- [before]
INSERT INTO split_truncated VALUES (1, 1), (2, 2);
-- [stream]
INSERT INTO split_truncated VALUES (3, 3);
TRUNCATE TABLE split_truncated;
INSERT INTO split_truncated VALUES (1, 100);
-- [rows]
SELECT n FROM split_truncated__a ORDER BY n
70
100
SELECT n FROM split_truncated__b ORDER BY n
77
100
