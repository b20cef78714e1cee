-- Rows move to archive tables by INSERT ... SELECT and DELETE in one transaction, with children and without, and come back, behind
-- Use: an archive with the same columns and foreign keys among its own tables; an order is restored.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE archived_and_restored__customer (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE archived_and_restored (id INT PRIMARY KEY AUTO_INCREMENT, c INT, v VARCHAR(9), CONSTRAINT aar_1 FOREIGN KEY (c) REFERENCES archived_and_restored__customer (id));
CREATE TABLE archived_and_restored__item (o INT NOT NULL, n INT NOT NULL, w VARCHAR(9), PRIMARY KEY (o, n), CONSTRAINT aar_2 FOREIGN KEY (o) REFERENCES archived_and_restored (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE archived_and_restored__customer AUTO_INCREMENT = 2;
ALTER TABLE archived_and_restored AUTO_INCREMENT = 3;
-- [before]
INSERT INTO archived_and_restored__customer VALUES (1, 'x'), (2, 'y');
INSERT INTO archived_and_restored VALUES (1, 1, 'o1'), (2, 2, 'o2'), (3, 2, 'o3');
INSERT INTO archived_and_restored__item VALUES (1, 1, 'i11'), (1, 2, 'i12'), (2, 1, 'i21');
-- [stream]
-- step: end dpu-service
CREATE TABLE archived_and_restored__old (id INT PRIMARY KEY, c INT, v VARCHAR(9), CONSTRAINT aar_3 FOREIGN KEY (c) REFERENCES archived_and_restored__customer (id));
CREATE TABLE archived_and_restored__old_item (o INT NOT NULL, n INT NOT NULL, w VARCHAR(9), PRIMARY KEY (o, n), CONSTRAINT aar_4 FOREIGN KEY (o) REFERENCES archived_and_restored__old (id) ON DELETE CASCADE);
START TRANSACTION;
INSERT INTO archived_and_restored__old SELECT * FROM archived_and_restored WHERE id < 3;
INSERT INTO archived_and_restored__old_item SELECT i.* FROM archived_and_restored__item i JOIN archived_and_restored o ON o.id = i.o WHERE o.id < 3;
DELETE FROM archived_and_restored WHERE id < 3;
COMMIT;
START TRANSACTION;
INSERT INTO archived_and_restored SELECT id, c, CONCAT(v, 'r') FROM archived_and_restored__old WHERE id = 1;
INSERT INTO archived_and_restored__item SELECT * FROM archived_and_restored__old_item WHERE o = 1;
DELETE o, i FROM archived_and_restored__old o JOIN archived_and_restored__old_item i ON i.o = o.id WHERE o.id = 1;
COMMIT;
-- step: start dpu-service
UPDATE archived_and_restored__old_item SET w = 'i21b' WHERE o = 2;
UPDATE archived_and_restored__item SET n = n + 10 WHERE o = 1 ORDER BY n DESC;
-- [comparison]
-- [rows]
SELECT o.v, c.v, i.n, i.w FROM archived_and_restored o LEFT JOIN archived_and_restored__customer c ON c.id = o.c LEFT JOIN archived_and_restored__item i ON i.o = o.id ORDER BY o.v, i.n
o1r|x|11|i11
o1r|x|12|i12
o3|y|null|null
SELECT o.v, c.v, i.n, i.w FROM archived_and_restored__old o LEFT JOIN archived_and_restored__customer c ON c.id = o.c LEFT JOIN archived_and_restored__old_item i ON i.o = o.id
o2|y|1|i21b
