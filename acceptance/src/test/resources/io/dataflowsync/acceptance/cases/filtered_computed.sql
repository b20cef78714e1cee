-- A statement changes what a filter reads by way of a column that the source computes
-- Use: only cheap things are on the target; what is cheap is computed. Somebody rounds the prices, or computes otherwise.
-- Expected: a halt; read again, what the filters make of the source's rows.
-- Basis: the source's rows; they change in no event.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
filtered_computed: { filter: "cheap == 1" }
filtered_computed__otherwise: { filter: "k > 10" }
-- [both]
CREATE TABLE filtered_computed (id INT PRIMARY KEY AUTO_INCREMENT, price DECIMAL(6,2), cheap INT AS (price < 2) VIRTUAL);
CREATE TABLE filtered_computed__otherwise (id INT PRIMARY KEY AUTO_INCREMENT, a INT, k INT AS (a * 2) STORED);
-- [before]
INSERT INTO filtered_computed (id, price) VALUES (1, 1.60), (2, 1.40), (3, 2.40);
INSERT INTO filtered_computed__otherwise (id, a) VALUES (1, 4), (2, 6);
-- [stream]
ALTER TABLE filtered_computed MODIFY price DECIMAL(6,0);
-- step: halted schema-change-refused: on target: DELETE FROM filtered_computed
-- step: dismiss dead letters
-- step: read again: filtered_computed
ALTER TABLE filtered_computed__otherwise MODIFY k INT AS (a * 3) STORED;
-- step: halted schema-change-refused: on target: DELETE FROM filtered_computed__otherwise
-- step: dismiss dead letters
-- step: read again: filtered_computed__otherwise
-- [rows]
SELECT price FROM filtered_computed ORDER BY price
1
SELECT a, k FROM filtered_computed__otherwise ORDER BY a
4|12
6|18
