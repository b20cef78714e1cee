-- A row that its filter leaves out has a key that the target's collation takes for that of a row which matches
-- Use: codes in utf8_bin; the target's tables have been made with utf8mb4 and its usual collation; inactive codes are left out.
-- Expected: the rows that match, after the first snapshot: 'ABC' is another row than 'abc', which is not to be there.
-- Basis: the pipeline file.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
unwanted_alike: { filter: "state == 'on'" }
-- [source]
CREATE TABLE unwanted_alike (code VARCHAR(20) CHARACTER SET utf8 COLLATE utf8_bin PRIMARY KEY, state VARCHAR(3), n INT);
-- [target]
CREATE TABLE unwanted_alike (code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci PRIMARY KEY, state VARCHAR(3), n INT);
-- [before]
INSERT INTO unwanted_alike VALUES ('ABC', 'on', 1), ('abc', 'off', 2), ('X', 'on', 3), ('É', 'on', 4), ('é', 'off', 5);
-- [stream]
-- step: await applied
-- [rows]
SELECT n FROM unwanted_alike ORDER BY n
1
3
4
