-- Tables that are one on the target have the same keys, and a constant there tells them apart
-- Use: a summary a region, one on the target with the region in its key. One table is emptied, a row of it changed that somebody deleted on the target, one without a key has equal rows.
-- Expected: rows of the other tables stay as they are; the change of the missing row is a dead letter.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
merged_alike__north: { target: merged_alike, columns: { region: { constant: north } } }
merged_alike__south: { target: merged_alike, columns: { region: { constant: south } } }
merged_alike__one: { target: merged_alike__log, columns: { origin: { constant: 1 } } }
merged_alike__two: { target: merged_alike__log, columns: { origin: { constant: 2 } } }
-- [source]
CREATE TABLE merged_alike__north (day DATE PRIMARY KEY, n INT);
CREATE TABLE merged_alike__south (day DATE PRIMARY KEY, n INT);
CREATE TABLE merged_alike__one (v VARCHAR(9));
CREATE TABLE merged_alike__two (v VARCHAR(9));
-- [target]
CREATE TABLE merged_alike (region VARCHAR(9), day DATE, n INT, PRIMARY KEY (region, day));
CREATE TABLE merged_alike__log (v VARCHAR(9), origin INT);
-- [before]
INSERT INTO merged_alike__north VALUES ('2020-01-01', 1), ('2020-01-02', 2), ('2020-01-03', 3);
INSERT INTO merged_alike__south VALUES ('2020-01-01', 10), ('2020-01-02', 20), ('2020-01-03', 30);
INSERT INTO merged_alike__one VALUES ('a'), ('b');
INSERT INTO merged_alike__two VALUES ('a'), ('b');
-- [stream]
-- step: await applied
-- step: on target: DELETE FROM merged_alike WHERE region = 'south' AND day = '2020-01-02'
UPDATE merged_alike__south SET n = 21 WHERE day = '2020-01-02';
UPDATE merged_alike__south SET n = 31 WHERE day = '2020-01-03';
DELETE FROM merged_alike__two WHERE v = 'a';
UPDATE merged_alike__two SET v = 'c' WHERE v = 'b';
-- step: await applied
-- step: dismiss dead letters
-- step: read again: merged_alike__south
TRUNCATE TABLE merged_alike__north;
-- step: await applied
-- [rows]
SELECT region, day, n FROM merged_alike ORDER BY day
south|2020-01-01|10
south|2020-01-02|21
south|2020-01-03|31
SELECT v, origin FROM merged_alike__log ORDER BY v, origin
a|1
b|1
c|2
