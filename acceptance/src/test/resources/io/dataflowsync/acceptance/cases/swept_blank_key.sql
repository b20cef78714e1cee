-- A key of text has lost a blank at its end, its row goes unseen, and the table is read again
-- Use: somebody deletes with sql_log_bin = 0, and reads the table again as the documentation says.
-- Expected: the row is gone.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE swept_blank_key (k VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci PRIMARY KEY, n INT);
-- [before]
INSERT INTO swept_blank_key VALUES ('a ', 1), ('b', 2), ('c', 3);
-- [stream]
UPDATE swept_blank_key SET k = 'a' WHERE n = 1;
UPDATE swept_blank_key SET k = 'b ' WHERE n = 2;
-- step: await applied
SET SESSION sql_log_bin = 0;
DELETE FROM swept_blank_key WHERE n < 3;
SET SESSION sql_log_bin = 1;
-- step: read again: swept_blank_key
UPDATE swept_blank_key SET n = 30 WHERE n = 3;
-- [rows]
SELECT CONCAT('<', k, '>'), n FROM swept_blank_key ORDER BY k
<c>|30
