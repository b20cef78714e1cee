-- Rows that refer to rows of their own table, later ones and themselves too
-- [both]
CREATE TABLE self_reference (id INT PRIMARY KEY AUTO_INCREMENT, boss INT NULL, name VARCHAR(9), FOREIGN KEY (boss) REFERENCES self_reference (id));
-- [target]
ALTER TABLE self_reference AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO self_reference VALUES (1, NULL, 'chief'), (2, 1, 'b'), (3, 3, 'self');
UPDATE self_reference SET boss = 2 WHERE id = 1;
-- [stream]
INSERT INTO self_reference VALUES (4, 4, 'own');
INSERT INTO self_reference VALUES (5, 4, 'five');
UPDATE self_reference SET boss = 5 WHERE id = 4;
-- [rows]
SELECT e.name, b.name FROM self_reference e JOIN self_reference b ON b.id = e.boss ORDER BY e.name
b|chief
chief|b
five|own
own|five
self|self
