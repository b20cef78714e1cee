-- A reference that no foreign key declares
-- [pipeline]
soft_reference: { references: { owner: soft_reference__owner } }
-- [both]
CREATE TABLE soft_reference__owner (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE soft_reference (id INT PRIMARY KEY AUTO_INCREMENT, owner VARCHAR(20));
-- [target]
ALTER TABLE soft_reference__owner AUTO_INCREMENT = 701;
-- [before]
INSERT INTO soft_reference VALUES (1, '1'), (2, 'nobody'), (3, NULL);
INSERT INTO soft_reference__owner VALUES (1, 'a');
-- [stream]
INSERT INTO soft_reference VALUES (4, '2');
INSERT INTO soft_reference__owner VALUES (2, 'b');
-- [rows]
SELECT r.owner > 700, o.name FROM soft_reference r JOIN soft_reference__owner o ON o.id = r.owner ORDER BY o.name
1|a
1|b
SELECT owner FROM soft_reference WHERE owner NOT REGEXP '^[0-9]+$'
nobody
