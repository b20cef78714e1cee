-- A table is dropped, made again and filled while cdc-service is away, and joins the pipeline when that starts
-- Use: a table is restored from a dump, and taken into the pipeline in the same maintenance window.
-- Expected: the source's rows: the statements of before are in the snapshot of the table as its rows are.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
joins_reloaded: { skip: true }
-- [both]
CREATE TABLE joins_reloaded (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20));
-- [target]
ALTER TABLE joins_reloaded AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO joins_reloaded VALUES (1, 'old a'), (2, 'old b');
-- [stream]
-- step: await applied
-- step: end cdc-service
DROP TABLE IF EXISTS joins_reloaded;
CREATE TABLE joins_reloaded (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20));
INSERT INTO joins_reloaded VALUES (1, 'a'), (2, 'b'), (3, 'c');
-- step: pipeline file: joins_reloaded: {}
-- step: await applied
INSERT INTO joins_reloaded VALUES (4, 'd');
-- [comparison]
-- [rows]
SELECT n FROM joins_reloaded ORDER BY n
a
b
c
d
