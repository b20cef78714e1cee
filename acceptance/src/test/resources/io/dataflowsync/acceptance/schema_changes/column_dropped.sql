-- Columns that are dropped, with another name on the target; one that is not captured is of no matter there
-- [pipeline]
column_dropped: { columns: { n: amount, secret: { drop: true } } }
-- [source]
CREATE TABLE column_dropped (id INT PRIMARY KEY AUTO_INCREMENT, n INT, m INT, secret INT);
-- [target]
CREATE TABLE column_dropped (id INT PRIMARY KEY AUTO_INCREMENT, amount INT, m INT, own INT DEFAULT 5);
-- [before]
INSERT INTO column_dropped VALUES (1, 1, 1, 1);
-- [stream]
ALTER TABLE column_dropped DROP COLUMN secret;
INSERT INTO column_dropped VALUES (2, 2, 2);
ALTER TABLE column_dropped DROP m;
INSERT INTO column_dropped VALUES (3, 3);
UPDATE column_dropped SET n = n + 10;
-- [schema]
skipped | nothing of it matters on the target: the column secret, which is not captured
applied | ALTER TABLE `changed_copy`.`column_dropped` DROP COLUMN `m`
-- [rows]
SELECT amount, own FROM column_dropped ORDER BY amount
11|5
12|5
13|5
