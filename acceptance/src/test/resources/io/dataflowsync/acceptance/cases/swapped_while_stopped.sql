-- With ddl: stop two columns of one type change their names
-- Use: somebody has mixed up net and gross, years ago.
-- Expected: the lane stands at the statement until it was run on the target: by its names nothing tells it.
-- Basis: the source's rows.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [both]
CREATE TABLE swapped_while_stopped (id INT PRIMARY KEY AUTO_INCREMENT, net INT, gross INT);
-- [before]
INSERT INTO swapped_while_stopped VALUES (1, 10, 20), (2, 11, 21);
-- [stream]
ALTER TABLE swapped_while_stopped CHANGE net gross INT, CHANGE gross net INT;
INSERT INTO swapped_while_stopped (id, net, gross) VALUES (3, 22, 12);
-- step: halted schema-change-refused: on target: ALTER TABLE swapped_while_stopped CHANGE net gross INT, CHANGE gross net INT
UPDATE swapped_while_stopped SET net = 30 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT net, gross FROM swapped_while_stopped ORDER BY net
21|11
22|12
30|10
