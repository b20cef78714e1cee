-- A session with binlog_format STATEMENT deletes rows of a table that is not captured, and captured rows go with them by a foreign key
-- Use: a tool asks for binlog_format STATEMENT or MIXED; the parent is left out of the pipeline.
-- Expected: the capture stops, as before the same DELETE in rows (source-cascade), and as before statements about captured tables.
-- Basis: the source's rows, which MySQL's own replication has too.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
statement_cascades__region: { skip: true }
-- [source]
CREATE TABLE statement_cascades__region (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE statement_cascades (id INT PRIMARY KEY AUTO_INCREMENT, r INT, v VARCHAR(9), CONSTRAINT statement_cascades_fk FOREIGN KEY (r) REFERENCES statement_cascades__region (id) ON DELETE CASCADE ON UPDATE CASCADE);
-- [target]
CREATE TABLE statement_cascades (id INT PRIMARY KEY AUTO_INCREMENT, r INT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO statement_cascades__region VALUES (1, 'a'), (2, 'b');
INSERT INTO statement_cascades VALUES (1, 1, 'x'), (2, 2, 'y'), (3, 1, 'z');
-- [stream]
SET SESSION binlog_format = 'STATEMENT';
DELETE FROM statement_cascades__region WHERE id = 1;
SET SESSION binlog_format = 'ROW';
-- step: await stopped
-- step: skip
-- step: read again: statement_cascades
INSERT INTO statement_cascades VALUES (4, 2, 'w');
-- [comparison]
-- [rows]
SELECT v FROM statement_cascades ORDER BY v
w
y
