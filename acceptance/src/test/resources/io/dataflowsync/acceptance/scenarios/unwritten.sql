-- A column that is not written still tells which rows are wanted
-- [pipeline]
unwritten: { filter: "tenant == 7", columns: { tenant: { write: false } } }
-- [source]
CREATE TABLE unwritten (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT, name VARCHAR(9));
-- [target]
CREATE TABLE unwritten (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
-- [before]
INSERT INTO unwritten VALUES (1, 7, 'a'), (2, 8, 'b');
-- [stream]
UPDATE unwritten SET tenant = 7 WHERE id = 2;
UPDATE unwritten SET tenant = 9 WHERE id = 1;
INSERT INTO unwritten VALUES (3, 7, 'c');
-- [events]
snapshot unwritten {"id":1,"tenant":7,"name":"a"}
snapshot unwritten {"id":2,"tenant":8,"name":"b"}
update unwritten {"id":2,"tenant":8,"name":"b"} {"id":2,"tenant":7,"name":"b"}
update unwritten {"id":1,"tenant":7,"name":"a"} {"id":1,"tenant":9,"name":"a"}
insert unwritten {"id":3,"tenant":7,"name":"c"}
-- [rows]
SELECT name FROM unwritten ORDER BY name
b
c
