-- Two tables become one: their keys come from one range, and emptying one leaves the rows of the other
-- [pipeline]
merged__old: { target: merged, columns: { origin: { constant: old } } }
merged__new: { target: merged, columns: { origin: { constant: new }, label: { target: name } } }
merged__refs: { references: { old_id: merged__old, new_id: merged__new } }
-- [source]
CREATE TABLE merged__old (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9));
CREATE TABLE merged__new (id INT PRIMARY KEY AUTO_INCREMENT, label VARCHAR(9));
CREATE TABLE merged__refs (id INT PRIMARY KEY AUTO_INCREMENT, old_id INT, new_id INT);
-- [target]
CREATE TABLE merged (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), origin VARCHAR(9));
CREATE TABLE merged__refs (id INT PRIMARY KEY AUTO_INCREMENT, old_id INT, new_id INT);
-- [before]
INSERT INTO merged__old VALUES (1, 'a'), (2, 'b');
INSERT INTO merged__new VALUES (1, 'x'), (2, 'y');
INSERT INTO merged__refs VALUES (1, 1, 1);
-- [stream]
INSERT INTO merged__old VALUES (3, 'c');
INSERT INTO merged__new VALUES (3, 'z');
UPDATE merged__new SET label = 'zz' WHERE id = 3;
DELETE FROM merged__new WHERE id = 2;
INSERT INTO merged__refs VALUES (3, 3, 3);
TRUNCATE TABLE merged__old;
-- [rows]
SELECT name, origin FROM merged ORDER BY name
x|new
zz|new
SELECT m.name FROM merged__refs r JOIN merged m ON m.id = r.new_id ORDER BY 1
x
zz
