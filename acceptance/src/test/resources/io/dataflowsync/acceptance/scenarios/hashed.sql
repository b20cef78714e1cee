-- A hash with a secret keeps equal values equal, and is not the plain one that a dictionary would find
-- [pipeline]
hashed: { columns: { mail: { mask: { hash: "a secret of the test" } } } }
-- [source]
CREATE TABLE hashed (id INT PRIMARY KEY AUTO_INCREMENT, mail VARCHAR(64));
-- [target]
CREATE TABLE hashed (id INT PRIMARY KEY AUTO_INCREMENT, mail VARCHAR(64));
-- [before]
INSERT INTO hashed VALUES (1, 'ada@example.org');
-- [stream]
INSERT INTO hashed VALUES (2, 'ada@example.org'), (3, NULL), (4, 'eve@example.org');
-- [rows]
SELECT COUNT(DISTINCT mail), COUNT(mail), SUM(mail = SHA2('ada@example.org', 256)), MIN(LENGTH(mail)) FROM hashed
2|3|0|64
