-- While a lane stands still at a statement that cannot be carried, another migration runs; the remedy for the first passes the second, too
-- Use: a partition is emptied at night, the lane halts; before somebody comes in the morning a price is rounded by MODIFY. The text says: do it by hand, then start dpu-service with ddl: ignore until the lane is behind it.
-- Expected: the one statement is passed, and the one behind it is carried (or halts the lane in its turn): nobody can end ddl: ignore between two statements that both wait already.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE passed_along (id INT NOT NULL AUTO_INCREMENT, v VARCHAR(9), price DECIMAL(6,2), PRIMARY KEY (id)) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (100), PARTITION p1 VALUES LESS THAN MAXVALUE);
-- [target]
CREATE TABLE passed_along (id INT NOT NULL AUTO_INCREMENT, v VARCHAR(9), price DECIMAL(6,2), PRIMARY KEY (id)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO passed_along VALUES (1, 'a', 1.25), (101, 'b', 1.60), (102, 'c', 2.40);
-- [stream]
ALTER TABLE passed_along TRUNCATE PARTITION p0;
ALTER TABLE passed_along MODIFY price DECIMAL(6,0);
INSERT INTO passed_along VALUES (103, 'd', 5);
-- step: halted schema-change-refused: on target: DELETE FROM passed_along WHERE v = 'a'
-- step: pass statement
-- step: await applied
-- [rows]
SELECT v, price + 0.00 FROM passed_along ORDER BY v
b|2.00
c|2.00
d|5.00
