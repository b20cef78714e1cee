-- BIT and YEAR keys, and TRUNCATE
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE bittrunc (k BIT(6) PRIMARY KEY, v VARCHAR(9));
CREATE TABLE bittrunc__pair (k BIT(3), b BINARY(3), v VARCHAR(9), PRIMARY KEY (k, b));
CREATE TABLE bittrunc__days (b BINARY(3), d DATE, e ENUM('p','q'), v VARCHAR(9), PRIMARY KEY (b, d, e));
CREATE TABLE bittrunc__year (y YEAR PRIMARY KEY, v VARCHAR(9));
-- [target]
INSERT INTO bittrunc__year VALUES (2000, 'own');
-- [before]
INSERT INTO bittrunc VALUES (1, 'one'), (5, 'five');
INSERT INTO bittrunc__pair VALUES (1, 'a', 'one'), (5, 'b', 'five');
INSERT INTO bittrunc__days VALUES ('a', '2020-02-29', 'q', 'one'), ('b', '1000-01-01', 'p', 'two');
INSERT INTO bittrunc__year VALUES (0, 'zero'), (1999, 'n');
-- [stream]
TRUNCATE TABLE bittrunc;
TRUNCATE TABLE bittrunc__pair;
TRUNCATE TABLE bittrunc__days;
TRUNCATE TABLE bittrunc__year;
-- [rows]
SELECT k + 0, v FROM bittrunc ORDER BY v
SELECT k + 0, v FROM bittrunc__pair ORDER BY v
SELECT d, v FROM bittrunc__days ORDER BY v
SELECT y + 0, v FROM bittrunc__year WHERE v <> 'own' ORDER BY v
SELECT COUNT(*) FROM bittrunc__year WHERE v = 'zero'
0
