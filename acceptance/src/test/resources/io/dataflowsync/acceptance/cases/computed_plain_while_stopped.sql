-- With ddl: stop a stored column becomes a plain one, and is changed by hand
-- Use: a price that was computed may be set from now on.
-- Expected: the lane stands at the statement; run on the target it is passed, since nothing else shows that the rows there have the values.
-- Basis: the source's rows.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [both]
CREATE TABLE computed_plain_while_stopped (id INT PRIMARY KEY AUTO_INCREMENT, net INT, gross INT AS (net * 2) STORED);
-- [before]
INSERT INTO computed_plain_while_stopped (id, net) VALUES (1, 10), (2, 20);
-- [stream]
ALTER TABLE computed_plain_while_stopped MODIFY gross INT;
INSERT INTO computed_plain_while_stopped (id, net, gross) VALUES (3, 30, 60);
-- step: halted schema-change-refused: on target: ALTER TABLE computed_plain_while_stopped MODIFY gross INT
-- step: if halted schema-change-refused: pass statement
UPDATE computed_plain_while_stopped SET gross = 5 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT net, gross FROM computed_plain_while_stopped ORDER BY net
10|5
20|40
30|60
