-- With ddl: stop the source computes a stored column otherwise
-- Use: the tax rate changes.
-- Expected: the lane stands at the statement until it was run on the target.
-- Basis: the source's rows.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [both]
CREATE TABLE computed_otherwise_while_stopped (id INT PRIMARY KEY AUTO_INCREMENT, net INT, gross INT AS (net * 2) STORED);
-- [before]
INSERT INTO computed_otherwise_while_stopped (id, net) VALUES (1, 10), (2, 20);
-- [stream]
ALTER TABLE computed_otherwise_while_stopped MODIFY gross INT AS (net * 3) STORED;
INSERT INTO computed_otherwise_while_stopped (id, net) VALUES (3, 30);
-- step: halted schema-change-refused: on target: ALTER TABLE computed_otherwise_while_stopped MODIFY gross INT AS (net * 3) STORED
-- [comparison]
-- [rows]
SELECT net, gross FROM computed_otherwise_while_stopped ORDER BY net
10|30
20|60
30|90
