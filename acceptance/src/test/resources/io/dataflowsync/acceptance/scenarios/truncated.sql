-- TRUNCATE empties the table at the other end, and its relationships
-- [both]
CREATE TABLE truncated (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
-- [before]
INSERT INTO truncated VALUES (1, 1), (2, 2);
-- [stream]
TRUNCATE TABLE truncated;
INSERT INTO truncated VALUES (1, 100);
-- [rows]
SELECT n FROM truncated
100
-- [relationships]
scenarios.truncated 1 applied
scenarios.truncated 2 deleted
