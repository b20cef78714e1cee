-- A row gets a new key, and whatever refers to it refers to the new one
-- [both]
CREATE TABLE allocate (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20));
CREATE TABLE allocate__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT NOT NULL, n INT, FOREIGN KEY (parent) REFERENCES allocate (id));
-- [target]
ALTER TABLE allocate AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO allocate VALUES (1, 'a'), (2, 'b');
INSERT INTO allocate__child VALUES (1, 2, 10);
-- [stream]
INSERT INTO allocate VALUES (3, 'c');
INSERT INTO allocate__child VALUES (2, 3, 20), (3, 1, 30);
UPDATE allocate__child SET parent = 3, n = 11 WHERE id = 1;
-- [events]
snapshot allocate {"id":1,"name":"a"}
snapshot allocate {"id":2,"name":"b"}
snapshot allocate__child {"id":1,"parent":2,"n":10}
insert allocate {"id":3,"name":"c"}
insert allocate__child {"id":2,"parent":3,"n":20}
insert allocate__child {"id":3,"parent":1,"n":30}
update allocate__child {"id":1,"parent":2,"n":10} {"id":1,"parent":3,"n":11}
-- [rows]
SELECT c.n, p.name, p.id > 1000 FROM allocate__child c JOIN allocate p ON p.id = c.parent ORDER BY n
11|c|1
20|c|1
30|a|1
-- [relationships]
scenarios.allocate 1 applied
scenarios.allocate 2 applied
scenarios.allocate 3 applied
scenarios.allocate__child 1 applied
scenarios.allocate__child 2 applied
scenarios.allocate__child 3 applied
