-- Two tables with the same keys go to one of the target, and a filter takes from each the rows that are its own
-- Use: a shard was split by a copy, and each half still has the rows of the other; a filter leaves those out. Keys are kept: they are unique over both halves.
-- Expected: each row that matches its filter is there after the first snapshot: a row that is left out is no reason to delete that of the other table.
-- Basis: the pipeline file: the union of the rows that match.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
unwanted_of_shard__a: { target: unwanted_of_shard, identity: keep, filter: "shard == 1" }
unwanted_of_shard__b: { target: unwanted_of_shard, identity: keep, filter: "shard == 2" }
-- [source]
CREATE TABLE unwanted_of_shard__a (id INT PRIMARY KEY, shard INT, v VARCHAR(9));
CREATE TABLE unwanted_of_shard__b (id INT PRIMARY KEY, shard INT, v VARCHAR(9));
-- [target]
CREATE TABLE unwanted_of_shard (id INT PRIMARY KEY, shard INT, v VARCHAR(9));
-- [before]
INSERT INTO unwanted_of_shard__a VALUES (5, 1, 'a5'), (6, 2, 'stale6'), (7, 1, 'a7');
INSERT INTO unwanted_of_shard__b VALUES (5, 1, 'stale5'), (6, 2, 'b6'), (8, 2, 'b8');
-- [stream]
-- step: await applied
-- [rows]
SELECT id, v FROM unwanted_of_shard ORDER BY id
5|a5
6|b6
7|a7
8|b8
