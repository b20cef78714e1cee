-- A session writes statements instead of rows into the binlog
-- Use: binlog_format = STATEMENT in a session, of a tool that asks for it. People do what docs/when-the-capture-stops.md says.
-- Expected: the capture stops before the statement; a skip leads on, and the table is read again.
-- Basis: the source's rows, which MySQL's own replication has too.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE stopped_statement (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO stopped_statement VALUES (1, 1), (2, 2);
-- [stream]
-- step: await applied
SET SESSION binlog_format = 'STATEMENT';
UPDATE stopped_statement SET v = 20 WHERE id = 2;
INSERT INTO stopped_statement VALUES (4, 4);
SET SESSION binlog_format = 'ROW';
INSERT INTO stopped_statement VALUES (3, 3);
-- step: await stopped source-statement
-- step: skip
-- step: await stopped source-statement
-- step: skip
-- step: read again: stopped_statement
UPDATE stopped_statement SET v = v + 1;
-- [comparison]
-- [rows]
SELECT v FROM stopped_statement ORDER BY v
2
4
5
21
