-- REPLACE and INSERT … ON DUPLICATE KEY UPDATE
-- [both]
CREATE TABLE replace_into (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) UNIQUE, n INT);
-- [before]
INSERT INTO replace_into VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3);
-- [stream]
REPLACE INTO replace_into VALUES (1, 'a', 10);
REPLACE INTO replace_into VALUES (1, 'b', 20);
INSERT INTO replace_into VALUES (3, 'x', 0) ON DUPLICATE KEY UPDATE n = n + 100;
INSERT INTO replace_into VALUES (4, 'd', 4) ON DUPLICATE KEY UPDATE n = n + 100;
-- [rows]
SELECT code, n FROM replace_into ORDER BY code
b|20
c|103
d|4
