-- References to keys that are moved by a number: foreign key, soft, polymorphic, in a composite key, and changed ones
-- [pipeline]
shifted_references: { identity: { offset: 1000 } }
shifted_references__soft: { references: { about: shifted_references, any: { by: kind, tables: { S: shifted_references } } } }
-- [both]
CREATE TABLE shifted_references (id INT UNSIGNED PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE shifted_references__item (owner INT UNSIGNED, line INT, n INT, PRIMARY KEY (owner, line), FOREIGN KEY (owner) REFERENCES shifted_references (id) ON DELETE CASCADE);
CREATE TABLE shifted_references__soft (id INT PRIMARY KEY AUTO_INCREMENT, about INT UNSIGNED, kind CHAR(1), any VARCHAR(9));
-- [before]
INSERT INTO shifted_references VALUES (1, 'a'), (2, 'b');
INSERT INTO shifted_references__item VALUES (1, 1, 5), (2, 1, 6);
INSERT INTO shifted_references__soft VALUES (1, 1, 'S', '2'), (2, NULL, 'T', '2');
-- [stream]
UPDATE shifted_references__item SET n = 7 WHERE owner = 1;
UPDATE shifted_references__item SET owner = 1, line = 2 WHERE owner = 2;
UPDATE shifted_references__soft SET about = 2 WHERE id = 2;
DELETE FROM shifted_references WHERE id = 2;
UPDATE shifted_references SET name = 'aa' WHERE id = 1;
-- [rows]
SELECT id, name FROM shifted_references
1001|aa
SELECT owner, line, n FROM shifted_references__item ORDER BY line
1001|1|7
1001|2|6
SELECT about, kind, any FROM shifted_references__soft ORDER BY id
1001|S|1002
1002|T|2
