-- Two tables are one on the target and their keys stay; a row of the one gives its key up, by UPDATE or by its filter, a row of the other takes it, and the first table is emptied
-- Use: articles of two shops in one table; a code goes from the one shop to the other, and the first shop is closed.
-- Expected: the rows of the other table stay (docs/mapping.md: TRUNCATE of the one leaves the rows of the other).
-- Basis: the source's rows.
-- Settings: none
-- [pipeline]
merged_key_left__a: { target: merged_key_left, filter: "n < 100" }
merged_key_left__b: { target: merged_key_left }
-- [source]
CREATE TABLE merged_key_left__a (k VARCHAR(9) PRIMARY KEY, n INT);
CREATE TABLE merged_key_left__b (k VARCHAR(9) PRIMARY KEY, n INT);
-- [target]
CREATE TABLE merged_key_left (k VARCHAR(9) PRIMARY KEY, n INT);
-- [before]
INSERT INTO merged_key_left__a VALUES ('x', 1), ('u', 2), ('v', 3);
INSERT INTO merged_key_left__b VALUES ('b', 9);
-- [stream]
UPDATE merged_key_left__a SET k = 'y' WHERE k = 'x';
UPDATE merged_key_left__a SET n = 200 WHERE k = 'u';
-- step: await applied
INSERT INTO merged_key_left__b VALUES ('x', 10), ('u', 11);
-- step: await applied
TRUNCATE TABLE merged_key_left__a;
-- [rows]
SELECT k, n FROM merged_key_left ORDER BY k
b|9
u|11
x|10
