-- Only the columns that are included leave the source's side
-- [pipeline]
included: { include: [id, name], columns: { label: { expression: "name + '!'" } } }
-- [source]
CREATE TABLE included (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), ssn VARCHAR(9), note TEXT);
-- [target]
CREATE TABLE included (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), label VARCHAR(10));
-- [stream]
INSERT INTO included VALUES (1, 'Ada', 'secret', 'secret');
UPDATE included SET ssn = 'other' WHERE id = 1;
UPDATE included SET name = 'Eve', note = NULL WHERE id = 1;
-- [events]
insert included {"id":1,"name":"Ada"}
update included {"id":1,"name":"Ada"} {"id":1,"name":"Ada"}
update included {"id":1,"name":"Ada"} {"id":1,"name":"Eve"}
-- [rows]
SELECT name, label FROM included
Eve|Eve!
