-- A row goes to two tables, under one new key
-- [pipeline]
split: { targets: [{ target: split__names, include: [name], columns: { name: { target: full_name } } }, { target: split__homes, exclude: [name], columns: { id: person_id } }] }
split__orders: { columns: { person: { target: person_id } } }
-- [source]
CREATE TABLE split (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20), street VARCHAR(20), town VARCHAR(20));
CREATE TABLE split__orders (id INT PRIMARY KEY AUTO_INCREMENT, person INT, FOREIGN KEY (person) REFERENCES split (id));
-- [target]
CREATE TABLE split__names (id INT PRIMARY KEY AUTO_INCREMENT, full_name VARCHAR(20));
CREATE TABLE split__homes (person_id INT PRIMARY KEY, street VARCHAR(20), town VARCHAR(20), FOREIGN KEY (person_id) REFERENCES split__names (id) ON DELETE CASCADE);
CREATE TABLE split__orders (id INT PRIMARY KEY AUTO_INCREMENT, person_id INT, FOREIGN KEY (person_id) REFERENCES split__names (id));
-- [before]
INSERT INTO split VALUES (1, 'Ada', 'High St', 'London'), (2, 'Bob', 'Low St', 'Leeds');
INSERT INTO split__orders VALUES (1, 2);
-- [stream]
INSERT INTO split VALUES (3, 'Eve', 'Mid St', 'York');
INSERT INTO split__orders VALUES (2, 3);
UPDATE split SET street = 'New St' WHERE id = 2;
UPDATE split SET name = 'Eva' WHERE id = 3;
UPDATE split SET name = 'Rob', town = 'Hull' WHERE id = 2;
DELETE FROM split WHERE id = 1;
-- [rows]
SELECT n.full_name, h.street, h.town FROM split__names n JOIN split__homes h ON h.person_id = n.id ORDER BY 1
Eva|Mid St|York
Rob|New St|Hull
SELECT n.full_name FROM split__orders o JOIN split__names n ON n.id = o.person_id ORDER BY 1
Eva
Rob
SELECT COUNT(*) FROM split__homes
2
-- [relationships]
scenarios.split 1 deleted
scenarios.split 2 applied
scenarios.split 3 applied
scenarios.split__orders 1 applied
scenarios.split__orders 2 applied
