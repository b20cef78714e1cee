-- A column that is excluded stays on the source's side
-- [pipeline]
excluded: { exclude: [ssn] }
-- [source]
CREATE TABLE excluded (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), ssn VARCHAR(9));
-- [target]
CREATE TABLE excluded (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
-- [stream]
INSERT INTO excluded VALUES (1, 'Ada', 'secret');
-- [events]
insert excluded {"id":1,"name":"Ada"}
-- [rows]
SELECT name FROM excluded
Ada
