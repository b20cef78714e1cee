-- All rows of a temporary table with the name of a captured one are deleted, with the schema before its name, in a session with binlog_format STATEMENT
-- Use: a report that works on a copy of its own; its tool writes names in full, as the server does when it empties a MEMORY table.
-- Expected: the captured table keeps its rows; the capture may stop before the statement.
-- Basis: by reasoning.
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE shadow_deleted (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [before]
INSERT INTO shadow_deleted VALUES (1, 'a'), (2, 'b');
-- [stream]
SET SESSION binlog_format = 'STATEMENT';
CREATE TEMPORARY TABLE shadow_deleted (id INT PRIMARY KEY, w INT);
DELETE FROM `shadowdeleted`.`shadow_deleted`;
DROP TEMPORARY TABLE shadow_deleted;
SET SESSION binlog_format = 'ROW';
-- step: if stopped source-statement: skip
INSERT INTO shadow_deleted VALUES (3, 'c');
-- [comparison]
-- [rows]
SELECT v FROM shadow_deleted ORDER BY v
a
b
c
