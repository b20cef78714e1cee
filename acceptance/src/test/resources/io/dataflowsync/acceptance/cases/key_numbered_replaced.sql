-- A numbered key gives way to a code while rows from before wait, and children refer to the number
-- Use: the number stays as a column that others refer to, the code becomes the key.
-- Expected: the source's rows, as with MySQL's own replication, the numbers under new keys; the target's own row stays.
-- Basis: run with MySQL's own replication, 5.7 to 8.0, without the target's own row, which is by reasoning.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE key_numbered_replaced (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, code CHAR(4) NOT NULL, v VARCHAR(9));
CREATE TABLE key_numbered_replaced__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES key_numbered_replaced (id));
-- [target]
INSERT INTO key_numbered_replaced VALUES (1, 'own', 'own'), (2, 'own2', 'own');
ALTER TABLE key_numbered_replaced AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO key_numbered_replaced VALUES (1, 'c1', 'a'), (2, 'c2', 'b');
INSERT INTO key_numbered_replaced__child VALUES (1, 1);
-- [stream]
-- step: end dpu-service
UPDATE key_numbered_replaced SET code = 'd1' WHERE id = 1;
INSERT INTO key_numbered_replaced VALUES (3, 'c3', 'c');
ALTER TABLE key_numbered_replaced DROP PRIMARY KEY, ADD PRIMARY KEY (code), ADD UNIQUE KEY (id);
UPDATE key_numbered_replaced SET v = 'aa' WHERE code = 'd1';
UPDATE key_numbered_replaced SET code = 'e2' WHERE code = 'c2';
INSERT INTO key_numbered_replaced (code, v) VALUES ('c4', 'd');
INSERT INTO key_numbered_replaced__child VALUES (2, 1), (3, 4);
UPDATE key_numbered_replaced__child SET parent = 2 WHERE id = 1;
DELETE FROM key_numbered_replaced WHERE code = 'c3';
-- step: start dpu-service
-- step: await applied
UPDATE key_numbered_replaced SET v = 'dd' WHERE code = 'c4';
INSERT INTO key_numbered_replaced (code, v) VALUES ('c5', 'e');
INSERT INTO key_numbered_replaced__child VALUES (4, 5);
-- [rows]
SELECT code, v FROM key_numbered_replaced ORDER BY code
c4|dd
c5|e
d1|aa
e2|b
own|own
own2|own
SELECT p.code FROM key_numbered_replaced__child c LEFT JOIN key_numbered_replaced p ON p.id = c.parent ORDER BY p.code
c4
c5
d1
e2
