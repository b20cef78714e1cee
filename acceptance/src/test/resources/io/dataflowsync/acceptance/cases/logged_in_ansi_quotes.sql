-- A session that logs statements writes names in ANSI quotes, or a versioned comment before INTO
-- Use: a tool ported from another database asks for sql_mode ANSI, and for binlog_format STATEMENT.
-- Expected: the capture stops before each (source-statement); a skip leads on, and the table is read again.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE logged_in_ansi_quotes (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [before]
INSERT INTO logged_in_ansi_quotes VALUES (1, 'a');
-- [stream]
-- step: await applied
SET SESSION binlog_format = 'STATEMENT';
INSERT /*! IGNORE */ INTO logged_in_ansi_quotes VALUES (2, 'b');
-- step: await stopped source-statement
-- step: skip
SET SESSION sql_mode = 'ANSI_QUOTES';
INSERT INTO "logged_in_ansi_quotes" (id, v) VALUES (3, 'c');
-- step: await stopped source-statement
-- step: skip
SET SESSION binlog_format = 'ROW';
-- step: read again: logged_in_ansi_quotes
UPDATE logged_in_ansi_quotes SET v = 'c2' WHERE id = 3;
-- [comparison]
-- [rows]
SELECT v FROM logged_in_ansi_quotes ORDER BY v
a
b
c2
