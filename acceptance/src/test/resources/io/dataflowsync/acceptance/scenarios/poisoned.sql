-- A row that the target refuses is a dead letter; what comes of it later waits, the rest flows
-- [source]
CREATE TABLE poisoned (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20), seen INT NOT NULL);
-- [target]
CREATE TABLE poisoned (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(5), seen INT NOT NULL);
-- [stream]
INSERT INTO poisoned VALUES (1, 'too long for it', 0), (2, 'fits', 0);
UPDATE poisoned SET seen = 1 WHERE id = 1;
-- [dead]
poisoned 1 dead Data truncation: Data too long for column 'name' at row 1
poisoned 1 waiting
-- [rows]
SELECT name, seen FROM poisoned
fits|0
