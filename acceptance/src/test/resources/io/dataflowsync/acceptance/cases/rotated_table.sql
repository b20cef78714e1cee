-- A table gets another name, and a new one takes the old name, while dpu-service is behind
-- Use: the nightly rotation of log tables. Four names, because their lanes decide what happens, and it differs from run to run.
-- Expected: the old rows under the dated name, the new rows under the old name, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE rotated_table (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
CREATE TABLE rotated_table__access (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
CREATE TABLE rotated_table__error (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
CREATE TABLE rotated_table__mail (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
-- [before]
INSERT INTO rotated_table VALUES (1, 'old');
INSERT INTO rotated_table__access VALUES (1, 'old');
INSERT INTO rotated_table__error VALUES (1, 'old');
INSERT INTO rotated_table__mail VALUES (1, 'old');
-- [stream]
-- step: end dpu-service
INSERT INTO rotated_table VALUES (2, 'old 2');
RENAME TABLE rotated_table TO rotated_table__2026;
CREATE TABLE rotated_table (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
INSERT INTO rotated_table VALUES (1, 'new'), (2, 'new 2');
RENAME TABLE rotated_table__access TO rotated_table__access_2026;
CREATE TABLE rotated_table__access (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
INSERT INTO rotated_table__access VALUES (1, 'new'), (2, 'new 2');
RENAME TABLE rotated_table__error TO rotated_table__error_2026;
CREATE TABLE rotated_table__error (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
INSERT INTO rotated_table__error VALUES (1, 'new'), (2, 'new 2');
RENAME TABLE rotated_table__mail TO rotated_table__mail_2026;
CREATE TABLE rotated_table__mail (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
INSERT INTO rotated_table__mail VALUES (1, 'new'), (2, 'new 2');
-- step: start dpu-service
INSERT INTO rotated_table VALUES (3, 'new 3');
-- [comparison]
-- [rows]
SELECT v FROM rotated_table ORDER BY v
new
new 2
new 3
SELECT v FROM rotated_table__2026 ORDER BY v
old
old 2
SELECT v FROM rotated_table__access ORDER BY v
new
new 2
SELECT v FROM rotated_table__access_2026
old
SELECT v FROM rotated_table__error ORDER BY v
new
new 2
SELECT v FROM rotated_table__error_2026
old
SELECT v FROM rotated_table__mail ORDER BY v
new
new 2
SELECT v FROM rotated_table__mail_2026
old
