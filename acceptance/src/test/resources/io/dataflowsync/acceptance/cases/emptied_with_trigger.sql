-- A session with binlog_format STATEMENT empties a table in the very words that the server has for an emptied MEMORY table, and a trigger logs it
-- Use: an administrator's tool writes names in full; the audit is kept by a trigger, whose rows are in no event then.
-- Expected: the capture stops before the statement; a skip leads on, and both tables are read again.
-- Basis: by reasoning.
-- Settings: none
-- Pipeline: its own
-- [source]
CREATE TABLE emptied_with_trigger (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE emptied_with_trigger__log (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TRIGGER emptied_with_trigger_logs AFTER DELETE ON emptied_with_trigger FOR EACH ROW INSERT INTO emptied_with_trigger__log (v) VALUES (OLD.v);
-- [target]
CREATE TABLE emptied_with_trigger (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE emptied_with_trigger__log (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [before]
INSERT INTO emptied_with_trigger VALUES (1, 'a'), (2, 'b');
-- [stream]
SET SESSION binlog_format = 'STATEMENT';
DELETE FROM `emptiedwithtrigger`.`emptied_with_trigger`;
SET SESSION binlog_format = 'ROW';
INSERT INTO emptied_with_trigger VALUES (3, 'c');
-- step: await stopped source-statement
-- step: skip
-- step: read again: emptied_with_trigger
-- step: read again: emptied_with_trigger__log
-- [comparison]
-- [rows]
SELECT v FROM emptied_with_trigger ORDER BY v
c
SELECT v FROM emptied_with_trigger__log ORDER BY v
a
b
