-- A transaction of many rows, doubled again and again
-- [both]
CREATE TABLE many_rows (id INT PRIMARY KEY AUTO_INCREMENT, n INT, up INT NULL, FOREIGN KEY (up) REFERENCES many_rows (id));
-- [stream]
BEGIN;
INSERT INTO many_rows VALUES (1, 1, NULL);
INSERT INTO many_rows (n, up) SELECT n + 1, id FROM many_rows;
INSERT INTO many_rows (n, up) SELECT n + 2, id FROM many_rows;
INSERT INTO many_rows (n, up) SELECT n + 4, id FROM many_rows;
INSERT INTO many_rows (n, up) SELECT n + 8, id FROM many_rows;
INSERT INTO many_rows (n, up) SELECT n + 16, id FROM many_rows;
INSERT INTO many_rows (n, up) SELECT n + 32, id FROM many_rows;
INSERT INTO many_rows (n, up) SELECT n + 64, id FROM many_rows;
INSERT INTO many_rows (n, up) SELECT n + 128, id FROM many_rows;
INSERT INTO many_rows (n, up) SELECT n + 256, id FROM many_rows;
INSERT INTO many_rows (n, up) SELECT n + 512, id FROM many_rows;
INSERT INTO many_rows (n, up) SELECT n + 1024, id FROM many_rows;
COMMIT;
UPDATE many_rows SET n = -n WHERE n % 2 = 0;
DELETE FROM many_rows WHERE n > 2000 AND id NOT IN (SELECT up FROM (SELECT up FROM many_rows WHERE up IS NOT NULL) u);
-- [rows]
SELECT COUNT(*), SUM(n), SUM(n > 2000), COUNT(DISTINCT id) FROM many_rows
2024|-49600|0|2024
SELECT COUNT(*) FROM many_rows c JOIN many_rows p ON p.id = c.up WHERE ABS(c.n) <= ABS(p.n)
0
