-- TRUNCATE of tables whose keys are BIT, YEAR 0, FLOAT, DECIMAL, TIMESTAMP and TIME
-- Use: flags, years and measurements as keys.
-- Expected: all rows that came from the source are gone; those of the target's own stay.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- [both]
CREATE TABLE truncated_odd_keys (k BIT(6) PRIMARY KEY, v VARCHAR(9));
CREATE TABLE truncated_odd_keys__pair (k BIT(3), b BINARY(3), v VARCHAR(9), PRIMARY KEY (k, b));
CREATE TABLE truncated_odd_keys__days (b BINARY(3), d DATE, e ENUM('p','q'), v VARCHAR(9), PRIMARY KEY (b, d, e));
CREATE TABLE truncated_odd_keys__year (y YEAR PRIMARY KEY, v VARCHAR(9));
CREATE TABLE truncated_odd_keys__wide (k BIT(40) PRIMARY KEY, v VARCHAR(9));
CREATE TABLE truncated_odd_keys__float (f FLOAT PRIMARY KEY, v VARCHAR(9));
CREATE TABLE truncated_odd_keys__double (d DOUBLE, e FLOAT, v VARCHAR(9), PRIMARY KEY (d, e));
CREATE TABLE truncated_odd_keys__dec (d DECIMAL(30,10) PRIMARY KEY, v VARCHAR(9));
CREATE TABLE truncated_odd_keys__stamp (t TIMESTAMP(3) NOT NULL PRIMARY KEY, v VARCHAR(9));
CREATE TABLE truncated_odd_keys__time (t TIME(2), s SET('a','b'), v VARCHAR(9), PRIMARY KEY (t, s));
-- [target]
INSERT INTO truncated_odd_keys__dec VALUES (12345678901234567890.1234567891, 'own');
INSERT INTO truncated_odd_keys__year VALUES (2000, 'own');
-- [before]
INSERT INTO truncated_odd_keys VALUES (1, 'one'), (5, 'five');
INSERT INTO truncated_odd_keys__pair VALUES (1, 'a', 'one'), (5, 'b', 'five');
INSERT INTO truncated_odd_keys__days VALUES ('a', '2020-02-29', 'q', 'one'), ('b', '1000-01-01', 'p', 'two');
INSERT INTO truncated_odd_keys__year VALUES (0, 'zero'), (1999, 'n');
INSERT INTO truncated_odd_keys__wide VALUES (1099511627775, 'all'), (256, 'mid');
INSERT INTO truncated_odd_keys__float VALUES (0.1, 'tenth'), (16777216, 'big');
INSERT INTO truncated_odd_keys__double VALUES (0.1, 0.1, 'tenth'), (1e300, 1e-40, 'far');
INSERT INTO truncated_odd_keys__dec VALUES (12345678901234567890.1234567890, 'long'), (0.1, 'tenth');
INSERT INTO truncated_odd_keys__stamp VALUES ('2020-07-01 12:00:00.123', 't');
INSERT INTO truncated_odd_keys__time VALUES ('-100:00:00.25', 'a,b', 't'), ('00:00:00', '', 'z');
-- [stream]
UPDATE truncated_odd_keys__float SET v = 'x' WHERE v = 'tenth';
INSERT INTO truncated_odd_keys__float VALUES (1.7, 'new');
DELETE FROM truncated_odd_keys__float WHERE v = 'new';
UPDATE truncated_odd_keys__double SET v = 'x' WHERE v = 'tenth';
UPDATE truncated_odd_keys SET k = 3 WHERE k = 1;
TRUNCATE TABLE truncated_odd_keys__wide;
TRUNCATE TABLE truncated_odd_keys__float;
TRUNCATE TABLE truncated_odd_keys__double;
TRUNCATE TABLE truncated_odd_keys__dec;
TRUNCATE TABLE truncated_odd_keys__stamp;
TRUNCATE TABLE truncated_odd_keys__time;
TRUNCATE TABLE truncated_odd_keys;
TRUNCATE TABLE truncated_odd_keys__pair;
TRUNCATE TABLE truncated_odd_keys__days;
TRUNCATE TABLE truncated_odd_keys__year;
-- [rows]
SELECT k + 0, v FROM truncated_odd_keys ORDER BY v
SELECT k + 0, v FROM truncated_odd_keys__pair ORDER BY v
SELECT d, v FROM truncated_odd_keys__days ORDER BY v
SELECT y + 0, v FROM truncated_odd_keys__year WHERE v <> 'own' ORDER BY v
SELECT COUNT(*) FROM truncated_odd_keys__year WHERE v = 'zero'
0
SELECT v FROM truncated_odd_keys__wide
SELECT v FROM truncated_odd_keys__float
SELECT v FROM truncated_odd_keys__double
SELECT v FROM truncated_odd_keys__dec WHERE v <> 'own'
SELECT v FROM truncated_odd_keys__stamp
SELECT v FROM truncated_odd_keys__time
