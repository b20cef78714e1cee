-- Filters compare times and moments with what a person writes for them
-- Use: filter: "took > '24:00:00'", "at == '2020-01-01'", as in SQL.
-- Expected: the rows that match as in SQL; or dead letters where that is not certain; not rows left out in silence.
-- Basis: docs/mapping.md says that operators have SQL's meaning, and that texts are compared sign by sign and dates sort.
-- Settings: none
-- [pipeline]
filter_of_moments: { filter: "took > '24:00:00'" }
filter_of_moments__day: { filter: "at == '2020-01-01' or at == '2020-01-01 10:00:00'" }
-- [both]
CREATE TABLE filter_of_moments (id INT PRIMARY KEY AUTO_INCREMENT, took TIME, v VARCHAR(9));
CREATE TABLE filter_of_moments__day (id INT PRIMARY KEY AUTO_INCREMENT, at DATETIME(3), v VARCHAR(9));
-- [before]
INSERT INTO filter_of_moments VALUES (1, '100:00:00', 'long'), (2, '03:00:00', 'short'), (3, '30:00:00', 'mid');
INSERT INTO filter_of_moments__day VALUES (1, '2020-01-01', 'a'), (2, '2020-01-01 10:00:00', 'b'), (3, '2020-01-02', 'c');
-- [stream]
INSERT INTO filter_of_moments VALUES (4, '-30:00:00', 'minus');
-- [rows]
SELECT v FROM filter_of_moments ORDER BY v
long
mid
SELECT v FROM filter_of_moments__day ORDER BY v
a
b
