-- CREATE TABLE ... SELECT with a key and a foreign key, one that fails half way, and one of a temporary table, on a source without GTIDs
-- Use: a copy before a risky change, a table made of a report.
-- Expected: the source's rows; what has a foreign key refers to its parents, what has none keeps the values.
-- Basis: by reasoning.
-- Settings: ddl: apply
-- Pipeline: its own
-- Source: --gtid-mode=OFF --enforce-gtid-consistency=OFF
-- [both]
CREATE TABLE copied_by_select (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE copied_by_select__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT cbs_1 FOREIGN KEY (p) REFERENCES copied_by_select (id));
-- [target]
ALTER TABLE copied_by_select AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO copied_by_select VALUES (1, 'one'), (2, 'two');
INSERT INTO copied_by_select__kid VALUES (1, 1, 'k1'), (2, 1, 'k2');
-- [stream]
-- step: end dpu-service
CREATE TABLE copied_by_select__copy (id INT NOT NULL AUTO_INCREMENT, p INT, PRIMARY KEY (id), CONSTRAINT cbs_2 FOREIGN KEY (p) REFERENCES copied_by_select (id) ON DELETE CASCADE) SELECT id, p, w FROM copied_by_select__kid;
CREATE TABLE copied_by_select__plain AS SELECT * FROM copied_by_select__kid;
CREATE PROCEDURE copied_by_select__fails() BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; CREATE TABLE copied_by_select__none (PRIMARY KEY (a)) SELECT 1 AS a UNION ALL SELECT 1; END;
CALL copied_by_select__fails();
CREATE TEMPORARY TABLE copied_by_select__temp SELECT id, w FROM copied_by_select__kid;
CREATE TABLE copied_by_select__of_temp (PRIMARY KEY (id)) SELECT * FROM copied_by_select__temp;
CREATE TABLE IF NOT EXISTS copied_by_select__copy SELECT 99 AS id, 2 AS p, 'no' AS w;
INSERT INTO copied_by_select__copy VALUES (3, 2, 'k3');
UPDATE copied_by_select__plain SET w = 'k2b' WHERE w = 'k2';
UPDATE copied_by_select__of_temp SET w = 't2' WHERE id = 2;
DELETE FROM copied_by_select WHERE id = 2;
-- step: start dpu-service
INSERT INTO copied_by_select__copy VALUES (4, 1, 'k4');
-- [rows]
SELECT c.w, p.v FROM copied_by_select__copy c LEFT JOIN copied_by_select p ON p.id = c.p ORDER BY c.w
k1|one
k2|one
k4|one
SELECT p, w FROM copied_by_select__plain ORDER BY w
1|k1
1|k2b
SELECT w FROM copied_by_select__of_temp ORDER BY w
k1
t2
SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'copiedbyselect_copy' AND table_name IN ('copied_by_select__none', 'copied_by_select__temp')
0
