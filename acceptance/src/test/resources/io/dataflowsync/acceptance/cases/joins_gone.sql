-- A table joins that was dropped while cdc-service was away; later there is one of its name again
-- Use: a table that is to join is dropped in the window in which it should.
-- Expected: the source's rows.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
joins_gone: { skip: true }
-- [both]
CREATE TABLE joins_gone (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
CREATE TABLE joins_gone__other (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
-- [before]
INSERT INTO joins_gone VALUES (1, 'one');
-- [stream]
-- step: await applied
-- step: end cdc-service
INSERT INTO joins_gone VALUES (2, 'two');
DROP TABLE joins_gone;
-- step: pipeline file: joins_gone: {}
-- step: await applied
INSERT INTO joins_gone__other VALUES (1, 'other');
CREATE TABLE joins_gone (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20), w INT);
INSERT INTO joins_gone VALUES (1, 'new', 1);
-- [comparison]
-- [rows]
SELECT v, w FROM joins_gone ORDER BY v
new|1
SELECT v FROM joins_gone__other ORDER BY v
other
