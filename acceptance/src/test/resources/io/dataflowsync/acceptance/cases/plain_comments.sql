-- Comments of every kind, and line breaks, within a statement
-- Use: migration scripts with remarks.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE plain_comments (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO plain_comments VALUES (1, 1);
-- [stream]
ALTER TABLE plain_comments # DROP COLUMN v, it's not wanted
  ADD COLUMN c INT UNSIGNED -- "unsigned
  COMMENT 'it''s /* no comment */ -- nor this' /* ADD COLUMN x INT, */
  , ADD COLUMN d VARCHAR(20) DEFAULT '# \'--'
  ;
INSERT INTO plain_comments (id, v, c) VALUES (2, 2, 4000000000);
-- [comparison]
-- [rows]
SELECT v, c, d FROM plain_comments ORDER BY v
1|null|# '--
2|4000000000|# '--
