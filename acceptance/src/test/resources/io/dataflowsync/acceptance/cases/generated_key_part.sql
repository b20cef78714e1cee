-- One column of a key is generated; and a declared key that is a virtual column
-- Use: sales per shop and day, where the day is computed from a time; a table without a primary key whose unique key is virtual.
-- Expected: each statement changes its own row and no other, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [pipeline]
generated_key_part__declared: { key: [g] }
-- [both]
CREATE TABLE generated_key_part (shop INT, sold DATETIME NOT NULL, day DATE AS (DATE(sold)) STORED, v INT, PRIMARY KEY (shop, day));
CREATE TABLE generated_key_part__declared (a INT NOT NULL, g INT AS (a * 2) VIRTUAL NOT NULL, v INT, UNIQUE KEY (g));
-- [before]
INSERT INTO generated_key_part (shop, sold, v) VALUES (1, '2020-01-01 10:00:00', 1), (1, '2020-01-02 10:00:00', 2), (2, '2020-01-01 00:00:00', 3);
INSERT INTO generated_key_part__declared (a, v) VALUES (1, 1), (2, 2);
-- [stream]
UPDATE generated_key_part SET v = 22 WHERE shop = 1 AND day = '2020-01-02';
UPDATE generated_key_part__declared SET v = 22 WHERE a = 2;
DELETE FROM generated_key_part WHERE shop = 1 AND day = '2020-01-01';
DELETE FROM generated_key_part__declared WHERE a = 1;
-- [comparison]
-- [rows]
SELECT shop, day, v FROM generated_key_part ORDER BY shop, day
1|2020-01-02|22
2|2020-01-01|3
SELECT a, g, v FROM generated_key_part__declared ORDER BY a
2|4|22
