-- BIT keys of more than a byte, read in a snapshot and changed behind it
-- Use: flags as a key.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [both]
CREATE TABLE bit_keys_read (k BIT(12) PRIMARY KEY, v VARCHAR(9));
CREATE TABLE bit_keys_read__wide (k BIT(40) PRIMARY KEY, b BIT(20), v VARCHAR(9));
CREATE TABLE bit_keys_read__pair (k BIT(12), n INT, v VARCHAR(9), PRIMARY KEY (k, n));
-- [before]
INSERT INTO bit_keys_read VALUES (1, 'one'), (5, 'five');
INSERT INTO bit_keys_read__wide VALUES (1, 1, 'one'), (1099511627775, 1048575, 'all'), (65536, 256, 'mid');
INSERT INTO bit_keys_read__pair VALUES (1, 1, 'one'), (5, 1, 'five');
-- [stream]
INSERT INTO bit_keys_read VALUES (6, 'six');
UPDATE bit_keys_read SET v = 'fifth' WHERE k = 5;
DELETE FROM bit_keys_read__pair WHERE k = 1;
UPDATE bit_keys_read__wide SET k = 1099511627774 WHERE v = 'all';
INSERT INTO bit_keys_read__wide VALUES (3, 3, 'three');
-- [comparison]
-- [rows]
SELECT k + 0, v FROM bit_keys_read ORDER BY v
5|fifth
1|one
6|six
SELECT k + 0, b + 0, v FROM bit_keys_read__wide ORDER BY v
1099511627774|1048575|all
65536|256|mid
1|1|one
3|3|three
SELECT k + 0, v FROM bit_keys_read__pair ORDER BY v
5|five
