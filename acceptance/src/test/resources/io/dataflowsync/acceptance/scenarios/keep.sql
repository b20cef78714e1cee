-- A table that keeps its keys
-- [pipeline]
keep: { identity: keep }
-- [both]
CREATE TABLE keep (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
-- [before]
INSERT INTO keep VALUES (5, 50);
-- [stream]
INSERT INTO keep VALUES (7, 70);
UPDATE keep SET n = 51 WHERE id = 5;
UPDATE keep SET id = 8 WHERE id = 7;
-- [rows]
SELECT id, n FROM keep ORDER BY id
5|51
8|70
-- [relationships]
