-- A key of text gets or loses a blank at its end, and the table is emptied; the target's collation counts blanks
-- Use: the target has utf8mb4_0900_ai_ci, which pads nothing, the source what 5.7 has.
-- Expected: the table is empty but for what came behind.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [source]
CREATE TABLE truncated_blank_key (k VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci PRIMARY KEY, n INT);
-- [target]
CREATE TABLE truncated_blank_key (k VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci PRIMARY KEY, n INT);
-- [before]
INSERT INTO truncated_blank_key VALUES ('a ', 1), ('b', 2), ('c', 3);
-- [stream]
UPDATE truncated_blank_key SET k = 'a' WHERE n = 1;
UPDATE truncated_blank_key SET k = 'b ' WHERE n = 2;
-- step: await applied
TRUNCATE TABLE truncated_blank_key;
INSERT INTO truncated_blank_key VALUES ('d', 4);
-- [rows]
SELECT CONCAT('<', k, '>'), n FROM truncated_blank_key ORDER BY k
<d>|4
