-- The target has a wider key than the source, and rows of its own with the same kept keys
-- Use: one shop of several: the target has them all, with the shop in its key. The shop's table is emptied, and filled again every night.
-- Expected: the target's own rows stay; the TRUNCATE is a dead letter, since nothing tells whose rows are meant.
-- Basis: the target's own rows are nobody's to delete.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
wider_key_emptied: { identity: keep }
-- [source]
CREATE TABLE wider_key_emptied (id INT PRIMARY KEY, shop INT, v INT);
-- [target]
CREATE TABLE wider_key_emptied (shop INT, id INT, v INT, PRIMARY KEY (shop, id));
INSERT INTO wider_key_emptied VALUES (9, 1, 99), (9, 2, 99);
-- [before]
INSERT INTO wider_key_emptied VALUES (1, 7, 10), (2, 7, 20);
-- [stream]
-- step: await applied
TRUNCATE TABLE wider_key_emptied;
-- step: await applied
-- step: on target: DELETE FROM wider_key_emptied WHERE shop = 7
-- step: dismiss dead letters
INSERT INTO wider_key_emptied VALUES (3, 7, 30);
-- step: await applied
-- [rows]
SELECT shop, id, v FROM wider_key_emptied ORDER BY shop, id
7|3|30
9|1|99
9|2|99
