-- A key of several columns of which one is numbered by the server
-- [both]
CREATE TABLE numbered_part (tenant INT, id INT AUTO_INCREMENT, n INT, PRIMARY KEY (tenant, id), KEY (id));
-- [before]
INSERT INTO numbered_part VALUES (1, 1, 11), (2, 2, 22);
-- [stream]
INSERT INTO numbered_part (tenant, n) VALUES (1, 13);
UPDATE numbered_part SET n = 110 WHERE tenant = 1 AND id = 1;
DELETE FROM numbered_part WHERE tenant = 2;
-- [rows]
SELECT tenant, id, n FROM numbered_part ORDER BY id
1|1|110
1|3|13
