-- A table gets another name, and another table its name, while cdc-service is away; then both join
-- Use: a table is archived under another name in the window in which it joins the pipeline.
-- Expected: the source's rows, of both tables.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
joins_renamed: { skip: true }
-- [both]
CREATE TABLE joins_renamed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
-- [target]
ALTER TABLE joins_renamed AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO joins_renamed VALUES (1, 'one'), (2, 'two');
-- [stream]
-- step: await applied
-- step: end cdc-service
UPDATE joins_renamed SET v = 'two, changed' WHERE id = 2;
RENAME TABLE joins_renamed TO joins_renamed__old;
CREATE TABLE joins_renamed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20), w INT);
INSERT INTO joins_renamed VALUES (1, 'new', 1), (2, 'newer', 2);
UPDATE joins_renamed__old SET v = 'one, changed' WHERE id = 1;
-- step: pipeline file: joins_renamed: {}
-- step: await applied
INSERT INTO joins_renamed__old VALUES (3, 'three');
UPDATE joins_renamed SET w = 3 WHERE id = 2;
-- [comparison]
-- [rows]
SELECT v FROM joins_renamed__old ORDER BY v
one, changed
three
two, changed
SELECT v, w FROM joins_renamed ORDER BY v
new|1
newer|3
