-- A table is emptied, and another one whose name differs in case or in an accent alone has had the same keys, which were deleted
-- Use: names by tenants, or of two languages: Log and log, uber and über.
-- Expected: the emptied table has no rows.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE truncated_alike__log (k VARCHAR(9) PRIMARY KEY, n INT);
CREATE TABLE truncated_alike__Log (k VARCHAR(9) PRIMARY KEY, n INT);
CREATE TABLE `truncated_alike__uber` (k VARCHAR(9) PRIMARY KEY, n INT);
CREATE TABLE `truncated_alike__über` (k VARCHAR(9) PRIMARY KEY, n INT);
-- [before]
INSERT INTO truncated_alike__log VALUES ('a', 1), ('b', 2);
INSERT INTO `truncated_alike__uber` VALUES ('a', 1), ('b', 2);
-- [stream]
INSERT INTO truncated_alike__Log VALUES ('a', 3), ('c', 4);
INSERT INTO `truncated_alike__über` VALUES ('a', 3), ('c', 4);
DELETE FROM truncated_alike__Log WHERE k = 'a';
DELETE FROM `truncated_alike__über` WHERE k = 'a';
-- step: await applied
TRUNCATE TABLE truncated_alike__log;
TRUNCATE TABLE `truncated_alike__uber`;
-- step: await applied
-- [rows]
SELECT COUNT(*) FROM truncated_alike__log
0
SELECT k FROM truncated_alike__Log
c
SELECT COUNT(*) FROM `truncated_alike__uber`
0
SELECT k FROM `truncated_alike__über`
c
