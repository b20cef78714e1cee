-- The source has lower_case_table_names = 1, and statements write table names in another case
-- Use: an application that came from Windows. The source keeps names in small letters and takes them in any case; the target has 0.
-- Expected: every statement is about the table in small letters, as it is for the source. Row events have the small letters already.
-- Basis: by reasoning: the source's tables and rows. MySQL's own replication asks for the same setting at both ends, and stops here.
-- Settings: ddl: apply
-- Pipeline: its own
-- Source: --lower-case-table-names=1
-- [both]
CREATE TABLE lower_case_names (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
CREATE TABLE lower_case_names__cleared (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO lower_case_names VALUES (1, 1);
INSERT INTO lower_case_names__cleared VALUES (1, 1);
-- [stream]
TRUNCATE TABLE LOWER_CASE_NAMES__CLEARED;
INSERT INTO lower_case_names__cleared VALUES (2, 2);
CREATE TABLE Lower_Case_Names__Made (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
INSERT INTO lower_case_names__made VALUES (1, 5);
RENAME TABLE Lower_Case_Names__Made TO Lower_Case_Names__Other;
UPDATE lower_case_names__other SET v = 6;
ALTER TABLE Lower_Case_Names ADD COLUMN w INT;
INSERT INTO lower_case_names VALUES (2, 2, 22);
-- [rows]
SELECT v FROM lower_case_names__cleared
2
SELECT v FROM lower_case_names__other
6
SELECT v, w FROM lower_case_names ORDER BY v
1|null
2|22
