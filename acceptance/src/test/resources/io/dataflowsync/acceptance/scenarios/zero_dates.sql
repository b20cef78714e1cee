-- A date of zeros stays, becomes NULL or another date, or makes its event a dead letter, as each column says
-- [pipeline]
zero_dates: { columns: { nulled: { zero-dates: null }, fixed: { zero-dates: "1970-01-01" }, refused: { zero-dates: dead-letter } } }
-- [both]
CREATE TABLE zero_dates (id INT PRIMARY KEY AUTO_INCREMENT, kept DATE NOT NULL, nulled DATETIME, fixed DATE NOT NULL, refused DATETIME(3));
-- [before]
SET SESSION sql_mode = '';
INSERT INTO zero_dates VALUES (1, '0000-00-00', '0000-00-00 00:00:00', '2021-00-00', NULL);
-- [stream]
SET SESSION sql_mode = '';
INSERT INTO zero_dates VALUES (2, '2021-05-00', '2021-05-00 10:00:00', '0000-00-00', '2020-01-01 10:00:00.5');
INSERT INTO zero_dates VALUES (3, '2021-05-05', '2021-05-05 10:00:00', '2021-05-05', '0000-00-00 00:00:00');
UPDATE zero_dates SET nulled = '2022-02-02 02:02:02' WHERE id = 1;
UPDATE zero_dates SET fixed = '0000-00-00' WHERE id = 1;
-- [dead]
zero_dates 3 dead column refused has the date '0000-00-00 00:00:00.000'
-- [rows]
SELECT CAST(kept AS CHAR), CAST(nulled AS CHAR), CAST(fixed AS CHAR), CAST(refused AS CHAR) FROM zero_dates ORDER BY kept
0000-00-00|2022-02-02 02:02:02|1970-01-01|null
2021-05-00|null|1970-01-01|2020-01-01 10:00:00.500
