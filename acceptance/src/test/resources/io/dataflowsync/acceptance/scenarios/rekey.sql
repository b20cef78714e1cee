-- A changed primary key re-keys the relationship; the target's key and the children stay
-- [both]
CREATE TABLE rekey (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE rekey__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES rekey (id) ON UPDATE CASCADE);
-- [target]
ALTER TABLE rekey AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO rekey VALUES (1, 'a'), (2, 'b');
INSERT INTO rekey__child VALUES (1, 1), (2, 2);
-- [stream]
UPDATE rekey SET id = 50 WHERE id = 1;
UPDATE rekey SET name = 'A' WHERE id = 50;
INSERT INTO rekey__child VALUES (3, 50);
INSERT INTO rekey VALUES (1, 'new');
INSERT INTO rekey__child VALUES (4, 1);
-- [rows]
SELECT c.id > 0, p.name, p.id > 1000 FROM rekey__child c JOIN rekey p ON p.id = c.parent ORDER BY p.name
1|A|1
1|A|1
1|b|1
1|new|1
-- [relationships]
scenarios.rekey 1 applied
scenarios.rekey 2 applied
scenarios.rekey 50 applied
scenarios.rekey__child 1 applied
scenarios.rekey__child 2 applied
scenarios.rekey__child 3 applied
scenarios.rekey__child 4 applied
