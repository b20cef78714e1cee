-- A temporary table with the name of a captured one is emptied in a session with binlog_format STATEMENT
-- Use: CREATE TEMPORARY TABLE IF NOT EXISTS, then TRUNCATE, as scripts begin with; its session sees the temporary table only.
-- Expected: the captured table and its rows are as if nothing had been; or a stop before the TRUNCATE.
-- Basis: the source's rows, which MySQL's own replication has too. The server marks such statements (LOG_EVENT_THREAD_SPECIFIC_F, 0x4, in the event's header).
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE shadow_emptied (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [target]
ALTER TABLE shadow_emptied AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO shadow_emptied VALUES (1, 1), (2, 2);
-- [stream]
SET SESSION binlog_format = 'STATEMENT';
CREATE TEMPORARY TABLE IF NOT EXISTS shadow_emptied (id INT, v INT);
ALTER TABLE shadow_emptied ADD COLUMN w INT;
/* by hand */ CREATE INDEX by_v ON shadow_emptied (v);
TRUNCATE TABLE shadow_emptied;
DROP TEMPORARY TABLE shadow_emptied;
SET SESSION binlog_format = 'ROW';
INSERT INTO shadow_emptied VALUES (3, 3);
-- [comparison]
-- [rows]
SELECT v FROM shadow_emptied ORDER BY v
1
2
3
