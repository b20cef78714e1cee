-- A column is added with sql_log_bin = 0, and a statement about the table follows in the binlog
-- Use: a rolling schema change, server by server, of which the source is one. People do what docs/when-the-capture-stops.md says.
-- Expected: the capture stops before the first row that has another definition; behind a skip, and a statement of which the server tells
-- the outcome, all goes on, and the table is read again.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: its own
-- [both]
CREATE TABLE altered_unlogged (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
ALTER TABLE altered_unlogged AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO altered_unlogged VALUES (1, 'a'), (2, 'b');
-- [stream]
SET SESSION sql_log_bin = 0;
ALTER TABLE altered_unlogged ADD COLUMN n INT FIRST;
SET SESSION sql_log_bin = 1;
INSERT INTO altered_unlogged (id, v, n) VALUES (3, 'c', 33);
-- step: await stopped definition-unproven
-- step: skip
ALTER TABLE altered_unlogged COMMENT = 'known from here';
-- step: halted schema-change-refused: on target: ALTER TABLE altered_unlogged ADD COLUMN n INT FIRST
-- step: read again: altered_unlogged
UPDATE altered_unlogged SET n = 11 WHERE id = 1;
INSERT INTO altered_unlogged (id, v, n) VALUES (4, 'd', 44);
-- [comparison]
-- [rows]
SELECT v, n FROM altered_unlogged ORDER BY v
a|11
b|null
c|33
d|44
