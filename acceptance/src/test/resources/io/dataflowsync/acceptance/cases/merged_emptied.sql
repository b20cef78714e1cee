-- A row moves between two tables that are one on the target, and the first is emptied, or read again
-- Use: live and past rows are one table on the target; keys are texts, so they stay; a row is moved, then the table of the live ones is emptied.
-- Expected: the row is there as the past one: "TRUNCATE of the one leaves the rows of the other"; so does the end of a snapshot.
-- Basis: the source's rows, the keys never meet.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
merged_emptied__live: { target: merged_emptied, columns: { origin: { constant: live } } }
merged_emptied__past: { target: merged_emptied, columns: { origin: { constant: past } } }
merged_emptied__now: { target: merged_emptied__all, columns: { origin: { constant: now } } }
merged_emptied__then: { target: merged_emptied__all, columns: { origin: { constant: then } } }
-- [source]
CREATE TABLE merged_emptied__live (code VARCHAR(36) PRIMARY KEY, n INT);
CREATE TABLE merged_emptied__past (code VARCHAR(36) PRIMARY KEY, n INT);
CREATE TABLE merged_emptied__now (code VARCHAR(36) PRIMARY KEY, n INT);
CREATE TABLE merged_emptied__then (code VARCHAR(36) PRIMARY KEY, n INT);
-- [target]
CREATE TABLE merged_emptied (code VARCHAR(36) PRIMARY KEY, n INT, origin VARCHAR(9));
CREATE TABLE merged_emptied__all (code VARCHAR(36) PRIMARY KEY, n INT, origin VARCHAR(9));
-- [before]
INSERT INTO merged_emptied__live VALUES ('a', 1), ('b', 2);
INSERT INTO merged_emptied__now VALUES ('a', 1), ('b', 2);
-- [stream]
DELETE FROM merged_emptied__live WHERE code = 'a';
DELETE FROM merged_emptied__now WHERE code = 'a';
-- step: await applied
INSERT INTO merged_emptied__past VALUES ('a', 1);
INSERT INTO merged_emptied__then VALUES ('a', 1);
-- step: await applied
TRUNCATE TABLE merged_emptied__live;
-- step: read again: merged_emptied__now
-- step: await applied
-- [rows]
SELECT code, n, origin FROM merged_emptied ORDER BY code
a|1|past
SELECT code, n, origin FROM merged_emptied__all ORDER BY code
a|1|then
b|2|now
