-- BIT keys of more than a byte in a snapshot
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE bitkey (k BIT(12) PRIMARY KEY, v VARCHAR(9));
CREATE TABLE bitkey__wide (k BIT(40) PRIMARY KEY, b BIT(20), v VARCHAR(9));
CREATE TABLE bitkey__pair (k BIT(12), n INT, v VARCHAR(9), PRIMARY KEY (k, n));
-- [before]
INSERT INTO bitkey VALUES (1, 'one'), (5, 'five');
INSERT INTO bitkey__wide VALUES (1, 1, 'one'), (1099511627775, 1048575, 'all'), (65536, 256, 'mid');
INSERT INTO bitkey__pair VALUES (1, 1, 'one'), (5, 1, 'five');
-- [stream]
INSERT INTO bitkey VALUES (6, 'six');
INSERT INTO bitkey__wide VALUES (3, 3, 'three');
-- [comparison]
-- [rows]
SELECT k + 0, v FROM bitkey ORDER BY v
5|five
1|one
6|six
SELECT k + 0, b + 0, v FROM bitkey__wide ORDER BY v
1099511627775|1048575|all
65536|256|mid
1|1|one
3|3|three
SELECT k + 0, v FROM bitkey__pair ORDER BY v
5|five
1|one
