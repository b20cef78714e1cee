-- A unique value moves from a row that goes to one that comes, in the next transaction
-- [both]
CREATE TABLE two_unique (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(9) UNIQUE, b INT UNIQUE);
-- [stream]
INSERT INTO two_unique VALUES (1, 'x', 1);
UPDATE two_unique SET a = 'y', b = 2 WHERE id = 1;
INSERT INTO two_unique VALUES (2, 'x', 1);
DELETE FROM two_unique WHERE id = 1;
INSERT INTO two_unique VALUES (3, 'y', 2);
-- [rows]
SELECT a, b FROM two_unique ORDER BY a
x|1
y|2
