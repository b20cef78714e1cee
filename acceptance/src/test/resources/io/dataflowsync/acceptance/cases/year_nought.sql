-- The years 0000 and 2000 in a table without a key, and in keys
-- Use: unknown years are 0.
-- Expected: the row that the source has changed or deleted, and no other.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE year_nought (who INT, y YEAR);
CREATE TABLE year_nought__key (y YEAR PRIMARY KEY, n INT);
-- [before]
INSERT INTO year_nought VALUES (1, 2000), (1, 0), (1, 1970), (1, 2070);
INSERT INTO year_nought__key VALUES (0, 0), (2000, 2000), (1970, 1970), (2069, 2069);
-- [stream]
DELETE FROM year_nought WHERE y = '0000';
UPDATE year_nought SET who = 2 WHERE y = 2070;
UPDATE year_nought__key SET n = n + 1;
DELETE FROM year_nought__key WHERE n = 2001;
-- [rows]
SELECT who, y + 0 FROM year_nought ORDER BY y
1|1970
1|2000
2|2070
SELECT y + 0, n FROM year_nought__key ORDER BY y
0|1
1970|1971
2069|2070
