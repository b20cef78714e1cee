-- A column of the source gets more digits before the point; rows of the target's own have more behind it
-- Use: the target's table is shared with another system, whose prices have four digits, and whose names are longer.
-- Expected: the target's own rows stay as they are: a halt before the statement, or it leaves their digits alone.
-- Basis: by reasoning: no event is about rows of the target's own.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE own_rows_rounded (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), price DECIMAL(6,2), m DATETIME);
-- [target]
CREATE TABLE own_rows_rounded (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), price DECIMAL(12,4), m DATETIME(3)) AUTO_INCREMENT = 1001;
INSERT INTO own_rows_rounded VALUES (500, 'own', 1.2345, '2020-01-01 10:00:00.750');
-- [before]
INSERT INTO own_rows_rounded VALUES (1, 'a', 1.25, '2020-01-01 10:00:00');
-- [stream]
ALTER TABLE own_rows_rounded MODIFY price DECIMAL(8,2), MODIFY m DATETIME COMMENT 'when';
-- step: if halted schema-change-refused: pass statement
INSERT INTO own_rows_rounded VALUES (2, 'b', 123456.75, '2020-01-01 11:00:00');
-- [rows]
SELECT v, TRIM(TRAILING '0' FROM CAST(price AS CHAR)), MICROSECOND(m) FROM own_rows_rounded ORDER BY v
a|1.25|0
b|123456.75|0
own|1.2345|750000
