-- A column with ON UPDATE CURRENT_TIMESTAMP has another name on the target
-- Use: the target's table was tidied up, and the pipeline file says so.
-- Expected: the source's times, in the target's column. Each row is updated twice; the second time the time does not change at all.
-- Basis: by reasoning.
-- Settings: none
-- [pipeline]
kept_under_another_name: { columns: { ts: changed_at, dt: { write: false } } }
-- [source]
CREATE TABLE kept_under_another_name (id INT PRIMARY KEY AUTO_INCREMENT, v INT, ts TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, dt DATETIME ON UPDATE CURRENT_TIMESTAMP);
-- [target]
CREATE TABLE kept_under_another_name (id INT PRIMARY KEY AUTO_INCREMENT, v INT, changed_at DATETIME NULL ON UPDATE CURRENT_TIMESTAMP);
-- [before]
INSERT INTO kept_under_another_name VALUES (1, 1, '2001-01-01 00:00:00', NULL);
-- [stream]
UPDATE kept_under_another_name SET v = 2, ts = ts WHERE id = 1;
UPDATE kept_under_another_name SET v = 3, ts = '2002-02-02 02:02:02' WHERE id = 1;
UPDATE kept_under_another_name SET v = 4, ts = ts WHERE id = 1;
-- [rows]
SELECT v, changed_at FROM kept_under_another_name
4|2002-02-02 02:02:02
