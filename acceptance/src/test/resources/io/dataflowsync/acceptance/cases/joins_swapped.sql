-- A table that joins changes places with one that is captured, is emptied under its new name, and a copy of it is dropped
-- Use: a table that was left out and its rebuilt copy change names in the window in which it joins.
-- Expected: the source's rows, of both tables.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
joins_swapped: { skip: true }
-- [both]
CREATE TABLE joins_swapped (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
CREATE TABLE joins_swapped__new (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
-- [target]
ALTER TABLE joins_swapped AUTO_INCREMENT = 1001;
ALTER TABLE joins_swapped__new AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO joins_swapped VALUES (1, 'one'), (2, 'two');
INSERT INTO joins_swapped__new VALUES (1, 'new one'), (3, 'new three');
-- [stream]
-- step: await applied
-- step: end cdc-service
UPDATE joins_swapped SET v = 'two, changed' WHERE id = 2;
UPDATE joins_swapped__new SET v = 'new, changed' WHERE id = 3;
RENAME TABLE joins_swapped TO joins_swapped__t, joins_swapped__new TO joins_swapped, joins_swapped__t TO joins_swapped__new;
UPDATE joins_swapped SET v = 'new, changed again' WHERE id = 3;
DELETE FROM joins_swapped__new WHERE id = 1;
INSERT INTO joins_swapped__new VALUES (4, 'four');
-- step: pipeline file: joins_swapped: {}
-- step: await applied
UPDATE joins_swapped SET v = 'new one, changed' WHERE id = 1;
INSERT INTO joins_swapped__new VALUES (5, 'five');
-- [comparison]
-- [rows]
SELECT v FROM joins_swapped ORDER BY v
new one, changed
new, changed again
SELECT v FROM joins_swapped__new ORDER BY v
five
four
two, changed
