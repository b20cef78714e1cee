-- The key 0, and negative ones
-- [pipeline]
zero_key: { identity: keep }
-- [both]
CREATE TABLE zero_key (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
CREATE TABLE zero_key__new (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
-- [stream]
SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO';
INSERT INTO zero_key VALUES (0, 1), (-5, 2);
INSERT INTO zero_key__new VALUES (0, 1), (-5, 2);
UPDATE zero_key SET n = 10 WHERE id = 0;
UPDATE zero_key__new SET n = 10 WHERE id = 0;
DELETE FROM zero_key__new WHERE id = -5;
-- [rows]
SELECT id, n FROM zero_key ORDER BY id
-5|2
0|10
SELECT n, id > 0 FROM zero_key__new
10|1
