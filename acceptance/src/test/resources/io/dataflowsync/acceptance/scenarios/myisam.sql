-- A table of an engine without transactions
-- [both]
CREATE TABLE myisam (id INT PRIMARY KEY AUTO_INCREMENT, n INT) ENGINE = MyISAM;
-- [before]
INSERT INTO myisam VALUES (1, 1);
-- [stream]
INSERT INTO myisam VALUES (2, 2), (3, 3);
UPDATE myisam SET n = n + 10;
DELETE FROM myisam WHERE id = 2;
-- [rows]
SELECT n FROM myisam ORDER BY n
11
13
