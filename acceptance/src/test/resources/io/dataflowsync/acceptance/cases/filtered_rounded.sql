-- A MODIFY rounds values that a filter, an expression and a map read
-- Use: prices lose their cents; only cheap things are on the target, with a column that is reckoned.
-- Expected: a halt; read again, what the filter, the expression and the map make of the source's rows. What only widens goes on.
-- Basis: by reasoning: the source's own rows are rounded and cut, in no event; strict sessions do so with a note.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
filtered_rounded: { filter: "price < 2", columns: { twice: { expression: "price * 2" } } }
filtered_rounded__wide: { filter: "price < 2", columns: { twice: { expression: "price * 2" }, price: { write: false } } }
filtered_rounded__replaced: { filter: "state == null || column('state') != 'off'" }
filtered_rounded__copy: { filter: "w != 'abcdefghi'" }
filtered_rounded__tier: { columns: { tier: { map: { A: gold, B: silver } } } }
-- [source]
CREATE TABLE filtered_rounded (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), price DECIMAL(6,2));
CREATE TABLE filtered_rounded__wide (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), price DECIMAL(6,2));
-- [target]
CREATE TABLE filtered_rounded (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), price DECIMAL(6,2), twice DECIMAL(8,2));
CREATE TABLE filtered_rounded__wide (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), twice DECIMAL(8,2));
-- [both]
CREATE TABLE filtered_rounded__replaced (id INT PRIMARY KEY AUTO_INCREMENT, state VARCHAR(9), w VARCHAR(9));
CREATE TABLE filtered_rounded__copy (id INT PRIMARY KEY AUTO_INCREMENT, w VARCHAR(20), n INT);
CREATE TABLE filtered_rounded__tier (id INT PRIMARY KEY AUTO_INCREMENT, tier VARCHAR(9), w VARCHAR(9));
-- [before]
INSERT INTO filtered_rounded VALUES (1, 'a', 1.00), (2, 'b', 1.60), (3, 'c', 2.40), (4, 'd', 1.40);
INSERT INTO filtered_rounded__tier VALUES (1, 'A', 'x'), (2, 'B2', 'y');
INSERT INTO filtered_rounded__wide VALUES (1, 'a', 1.00), (2, 'b', 1.60), (3, 'c', 2.40);
INSERT INTO filtered_rounded__replaced VALUES (1, 'on', 'a'), (2, 'off', 'b');
INSERT INTO filtered_rounded__copy VALUES (1, 'abcdefghijkl', 1), (2, 'abc', 2);
-- [stream]
ALTER TABLE filtered_rounded MODIFY price DECIMAL(6,0);
INSERT INTO filtered_rounded VALUES (5, 'e', 1.40);
-- step: halted schema-change-refused: on target: DELETE FROM filtered_rounded
-- step: dismiss dead letters
-- step: read again: filtered_rounded
ALTER TABLE filtered_rounded__wide MODIFY price DECIMAL(8,2) NULL, MODIFY name VARCHAR(20), ADD COLUMN more INT DEFAULT 1;
INSERT INTO filtered_rounded__wide VALUES (4, 'd', 1.40, 2);
ALTER TABLE filtered_rounded__replaced DROP COLUMN state, ADD COLUMN state VARCHAR(9);
INSERT INTO filtered_rounded__replaced (id, state, w) VALUES (3, 'off', 'c');
-- step: halted schema-change-refused: on target: DELETE FROM filtered_rounded__replaced
-- step: dismiss dead letters
-- step: read again: filtered_rounded__replaced
CREATE TABLE _filtered_rounded__copy_new LIKE filtered_rounded__copy;
ALTER TABLE _filtered_rounded__copy_new MODIFY w VARCHAR(9);
INSERT LOW_PRIORITY IGNORE INTO _filtered_rounded__copy_new (id, w, n) SELECT id, w, n FROM filtered_rounded__copy LOCK IN SHARE MODE;
RENAME TABLE filtered_rounded__copy TO _filtered_rounded__copy_old, _filtered_rounded__copy_new TO filtered_rounded__copy;
-- step: halted schema-change-refused: on target: DELETE FROM filtered_rounded__copy
-- step: dismiss dead letters
-- step: read again: filtered_rounded__copy
SET SESSION sql_mode = '';
ALTER TABLE filtered_rounded__tier MODIFY tier CHAR(1);
INSERT INTO filtered_rounded__tier VALUES (3, 'A', 'z');
-- step: halted schema-change-refused: on target: DELETE FROM filtered_rounded__tier
-- step: dismiss dead letters
-- step: read again: filtered_rounded__tier
-- [comparison]
-- [rows]
SELECT name, price, twice FROM filtered_rounded ORDER BY name
a|1|2.00
d|1|2.00
e|1|2.00
SELECT w, tier FROM filtered_rounded__tier ORDER BY w
x|gold
y|silver
z|gold
SELECT name, twice, more FROM filtered_rounded__wide ORDER BY name
a|2.00|1
b|3.20|1
d|2.80|2
SELECT w, state FROM filtered_rounded__replaced ORDER BY w
a|null
b|null
SELECT n, w FROM filtered_rounded__copy ORDER BY n
2|abc
