-- A key of several columns is kept, and the references in it are rewritten
-- [both]
CREATE TABLE composite__a (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE composite__b (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE composite (a INT, b INT, n INT, PRIMARY KEY (a, b), FOREIGN KEY (a) REFERENCES composite__a (id), FOREIGN KEY (b) REFERENCES composite__b (id));
CREATE TABLE composite__leaf (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT, FOREIGN KEY (a, b) REFERENCES composite (a, b) ON UPDATE CASCADE);
-- [target]
ALTER TABLE composite__a AUTO_INCREMENT = 1001;
ALTER TABLE composite__b AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO composite__a VALUES (1, 'a1'), (2, 'a2');
INSERT INTO composite__b VALUES (1, 'b1'), (2, 'b2');
INSERT INTO composite VALUES (1, 1, 11), (1, 2, 12), (2, 2, 22);
INSERT INTO composite__leaf VALUES (1, 1, 2);
-- [stream]
UPDATE composite SET n = 120 WHERE a = 1 AND b = 2;
DELETE FROM composite WHERE a = 2;
INSERT INTO composite VALUES (2, 1, 21);
INSERT INTO composite__leaf VALUES (2, 2, 1);
-- [rows]
SELECT a.name, b.name, c.n FROM composite c JOIN composite__a a ON a.id = c.a JOIN composite__b b ON b.id = c.b ORDER BY n
a1|b1|11
a2|b1|21
a1|b2|120
SELECT a.name, b.name FROM composite__leaf l JOIN composite__a a ON a.id = l.a JOIN composite__b b ON b.id = l.b ORDER BY 1
a1|b2
a2|b1
