-- Columns change names, and one is dropped and added, while cdc-service is away; the table joins the pipeline when that starts
-- Use: a table joins in the maintenance window in which it was altered; or is read again while the stream is behind an ALTER.
-- Expected: the source's rows: the statements of before are in the snapshot of the table as its rows are; or a halt.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
joins_altered: { skip: true }
-- [both]
CREATE TABLE joins_altered (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(9), b VARCHAR(9), c VARCHAR(9));
-- [before]
INSERT INTO joins_altered VALUES (1, 'A', 'B', 'old'), (2, 'AA', 'BB', 'old');
-- [stream]
-- step: await applied
-- step: end cdc-service
ALTER TABLE joins_altered CHANGE a b VARCHAR(9), CHANGE b a VARCHAR(9);
ALTER TABLE joins_altered DROP COLUMN c, ADD COLUMN c VARCHAR(9);
UPDATE joins_altered SET c = 'new';
-- step: pipeline file: joins_altered: {}
-- step: await applied
-- [comparison]
-- [rows]
SELECT a, b, c FROM joins_altered ORDER BY a
B|A|new
BB|AA|new
