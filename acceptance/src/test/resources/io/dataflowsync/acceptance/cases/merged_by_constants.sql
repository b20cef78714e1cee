-- Tables that are one on the target are told apart by a constant in a unique key, and by one that is NULL
-- Use: new keys on the target, and the region in a key of its own; the tables of before the merge have NULL for their origin. One table is emptied, equal rows are changed.
-- Expected: rows of the other tables stay as they are.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
merged_by_constants__north: { target: merged_by_constants, columns: { region: { constant: north } } }
merged_by_constants__south: { target: merged_by_constants, columns: { region: { constant: south } } }
merged_by_constants__old: { target: merged_by_constants__log, columns: { origin: { constant: null } } }
merged_by_constants__new: { target: merged_by_constants__log, columns: { origin: { constant: 2 } } }
-- [source]
CREATE TABLE merged_by_constants__north (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), n INT, UNIQUE KEY (code));
CREATE TABLE merged_by_constants__south (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), n INT, UNIQUE KEY (code));
CREATE TABLE merged_by_constants__old (v VARCHAR(9));
CREATE TABLE merged_by_constants__new (v VARCHAR(9));
-- [target]
CREATE TABLE merged_by_constants (id INT PRIMARY KEY AUTO_INCREMENT, region VARCHAR(9), code VARCHAR(9), n INT, UNIQUE KEY (region, code)) AUTO_INCREMENT = 1001;
CREATE TABLE merged_by_constants__log (v VARCHAR(9), origin INT);
-- [before]
INSERT INTO merged_by_constants__north VALUES (1, 'a', 1), (2, 'b', 2);
INSERT INTO merged_by_constants__south VALUES (1, 'a', 10), (2, 'b', 20);
INSERT INTO merged_by_constants__old VALUES ('a'), ('a'), ('b');
INSERT INTO merged_by_constants__new VALUES ('a'), ('b');
-- [stream]
-- step: await applied
UPDATE merged_by_constants__north SET code = 'c' WHERE code = 'a';
INSERT INTO merged_by_constants__north VALUES (3, 'a', 3);
UPDATE merged_by_constants__south SET n = n + 1;
UPDATE merged_by_constants__old SET v = 'c' WHERE v = 'b';
DELETE FROM merged_by_constants__old WHERE v = 'a' LIMIT 1;
UPDATE merged_by_constants__new SET v = 'd' WHERE v = 'b';
-- step: await applied
TRUNCATE TABLE merged_by_constants__south;
-- step: await applied
INSERT INTO merged_by_constants__south VALUES (1, 'b', 5);
-- [rows]
SELECT region, code, n, id > 1000 FROM merged_by_constants ORDER BY region, code
north|a|3|1
north|b|2|1
north|c|1|1
south|b|5|1
SELECT v, origin FROM merged_by_constants__log ORDER BY v, origin
a|null
a|2
c|null
d|2
