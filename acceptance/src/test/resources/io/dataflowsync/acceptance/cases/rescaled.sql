-- Key columns get more digits, and the tables are read again
-- Use: prices are keys of a table of rates, moments those of a log; both get finer; later somebody asks for the tables' snapshot.
-- Expected: the source's rows: 7.00 and 7.0000 are one key.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE rescaled (price DECIMAL(5,2) PRIMARY KEY, n VARCHAR(9));
CREATE TABLE rescaled__at (t DATETIME PRIMARY KEY, n VARCHAR(9));
CREATE TABLE rescaled__day (shop INT, d DATE, n VARCHAR(9), PRIMARY KEY (shop, d));
-- [before]
INSERT INTO rescaled VALUES (7.00, 'seven'), (7.50, 'more');
INSERT INTO rescaled__at VALUES ('2020-01-01 00:00:00', 'new year'), ('2020-02-01 12:00:00', 'noon');
INSERT INTO rescaled__day VALUES (1, '2020-01-01', 'd1'), (2, '2020-01-01', 'd2');
-- [stream]
ALTER TABLE rescaled MODIFY price DECIMAL(8,4) NOT NULL;
ALTER TABLE rescaled__at MODIFY t DATETIME(3) NOT NULL;
ALTER TABLE rescaled__day MODIFY d DATETIME NOT NULL;
INSERT INTO rescaled VALUES (7.1234, 'fine');
-- step: await applied
-- step: read again: rescaled
-- step: read again: rescaled__at
-- step: read again: rescaled__day
-- step: await applied
-- [comparison]
-- [rows]
SELECT price, n FROM rescaled ORDER BY price
7.0000|seven
7.1234|fine
7.5000|more
SELECT n FROM rescaled__at ORDER BY t
new year
noon
SELECT n FROM rescaled__day ORDER BY n
d1
d2
