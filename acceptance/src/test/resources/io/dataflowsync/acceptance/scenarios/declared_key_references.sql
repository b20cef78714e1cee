-- A table without a primary key, with a declared key of two columns of which one refers to another table
-- [pipeline]
declared_key_references: { key: [owner, code] }
-- [both]
CREATE TABLE declared_key_references__owner (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE declared_key_references (owner INT NOT NULL, code VARCHAR(9) NOT NULL, n INT, KEY (owner), FOREIGN KEY (owner) REFERENCES declared_key_references__owner (id));
-- [target]
ALTER TABLE declared_key_references__owner AUTO_INCREMENT = 501;
-- [before]
INSERT INTO declared_key_references__owner VALUES (1, 'a'), (2, 'b');
INSERT INTO declared_key_references VALUES (1, 'x', 1), (1, 'y', 2), (2, 'x', 3);
-- [stream]
UPDATE declared_key_references SET n = 10 WHERE owner = 1 AND code = 'x';
UPDATE declared_key_references SET owner = 2 WHERE owner = 1 AND code = 'y';
DELETE FROM declared_key_references WHERE owner = 2 AND code = 'x';
INSERT INTO declared_key_references VALUES (2, 'z', 4);
-- [rows]
SELECT owner, code, n FROM declared_key_references ORDER BY owner, code
501|x|10
502|y|2
502|z|4
