-- Rows are written with sql_log_bin = 0, then changed and referred to
-- Use: a repair on one server alone. People dismiss the dead letters and read the tables again.
-- Expected: dead letters until then; behind that the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE rows_unlogged (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE rows_unlogged__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT rul_1 FOREIGN KEY (p) REFERENCES rows_unlogged (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE rows_unlogged AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO rows_unlogged VALUES (1, 'a'), (2, 'b');
INSERT INTO rows_unlogged__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
SET SESSION sql_log_bin = 0;
INSERT INTO rows_unlogged VALUES (3, 'c'), (4, 'd');
DELETE FROM rows_unlogged WHERE id = 1;
UPDATE rows_unlogged SET v = 'unseen' WHERE id = 2;
SET SESSION sql_log_bin = 1;
INSERT INTO rows_unlogged__kid VALUES (3, 3, 'k3');
UPDATE rows_unlogged SET v = 'dd' WHERE id = 4;
INSERT INTO rows_unlogged VALUES (1, 'a2');
INSERT INTO rows_unlogged__kid VALUES (4, 1, 'k4');
-- step: dismiss dead letters
-- step: read again: rows_unlogged
-- step: read again: rows_unlogged__kid
-- [comparison]
-- [rows]
SELECT v FROM rows_unlogged ORDER BY v
a2
c
dd
unseen
SELECT k.w, p.v FROM rows_unlogged__kid k LEFT JOIN rows_unlogged p ON p.id = k.p ORDER BY k.w
k2|unseen
k3|c
k4|a2
