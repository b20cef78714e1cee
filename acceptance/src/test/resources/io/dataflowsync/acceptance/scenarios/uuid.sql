-- Keys that are no integers are kept, and so are references to them
-- [both]
CREATE TABLE uuid (id CHAR(36) PRIMARY KEY, name VARCHAR(20));
CREATE TABLE uuid__child (id INT PRIMARY KEY AUTO_INCREMENT, parent CHAR(36), FOREIGN KEY (parent) REFERENCES uuid (id));
-- [stream]
INSERT INTO uuid VALUES ('3e11fa47-71ca-11e1-9e33-c80aa9429562', 'a');
INSERT INTO uuid__child VALUES (9, '3e11fa47-71ca-11e1-9e33-c80aa9429562');
UPDATE uuid SET name = 'b';
-- [rows]
SELECT u.id, u.name, c.parent = u.id FROM uuid u JOIN uuid__child c ON c.parent = u.id
3e11fa47-71ca-11e1-9e33-c80aa9429562|b|1
