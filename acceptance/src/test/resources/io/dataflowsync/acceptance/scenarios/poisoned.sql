-- A row that the target refuses is a dead letter; what comes of it later waits, the rest flows
-- [source]
CREATE TABLE poisoned (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20));
-- [target]
CREATE TABLE poisoned (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(5));
-- [stream]
INSERT INTO poisoned VALUES (1, 'too long for it'), (2, 'fits');
UPDATE poisoned SET name = 'short' WHERE id = 1;
-- [dead]
poisoned 1 dead Data truncation: Data too long for column 'name' at row 1
poisoned 1 waiting
-- [rows]
SELECT name FROM poisoned
fits
