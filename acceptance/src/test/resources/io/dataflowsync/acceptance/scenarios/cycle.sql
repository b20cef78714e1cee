-- Two tables that refer to each other
-- [both]
CREATE TABLE cycle (id INT PRIMARY KEY AUTO_INCREMENT, main INT NULL, name VARCHAR(9));
CREATE TABLE cycle__item (id INT PRIMARY KEY AUTO_INCREMENT, owner INT NOT NULL, name VARCHAR(9), FOREIGN KEY (owner) REFERENCES cycle (id));
ALTER TABLE cycle ADD FOREIGN KEY (main) REFERENCES cycle__item (id);
-- [target]
ALTER TABLE cycle AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO cycle VALUES (1, NULL, 'c1');
INSERT INTO cycle__item VALUES (1, 1, 'i1');
UPDATE cycle SET main = 1;
-- [stream]
INSERT INTO cycle VALUES (2, 1, 'c2');
INSERT INTO cycle__item VALUES (2, 2, 'i2');
UPDATE cycle SET main = 2 WHERE id = 2;
-- [rows]
SELECT c.name, i.name, o.name FROM cycle c JOIN cycle__item i ON i.id = c.main JOIN cycle o ON o.id = i.owner ORDER BY 1
c1|i1|c1
c2|i2|c2
