-- A partitioned table
-- [both]
CREATE TABLE partitioned (id INT PRIMARY KEY AUTO_INCREMENT, n INT) PARTITION BY HASH (id) PARTITIONS 4;
-- [before]
INSERT INTO partitioned VALUES (1, 1), (2, 2);
-- [stream]
INSERT INTO partitioned VALUES (3, 3);
UPDATE partitioned SET n = 20 WHERE id = 2;
-- [rows]
SELECT n FROM partitioned ORDER BY n
1
3
20
