-- A plain column becomes a reference while schema changes are not carried
-- Use: a pipeline that leaves ddl at its default, stop.
-- Expected: a halt, though nothing is to be run: rows behind the statement have other values than those before it.
-- Basis: the source's rows.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_while_stopped__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_while_stopped__pet (id INT PRIMARY KEY AUTO_INCREMENT, who INT, n VARCHAR(9));
-- [target]
ALTER TABLE reference_while_stopped__owner AUTO_INCREMENT = 2;
-- [before]
INSERT INTO reference_while_stopped__owner VALUES (1, 'owner 1'), (2, 'owner 2');
INSERT INTO reference_while_stopped__pet VALUES (1, 1, 'p1'), (2, 2, 'p2');
-- [stream]
ALTER TABLE reference_while_stopped__pet ADD FOREIGN KEY (who) REFERENCES reference_while_stopped__owner (id);
INSERT INTO reference_while_stopped__pet VALUES (3, 2, 'p3');
-- step: halted schema-change-refused: on target: UPDATE reference_while_stopped__pet SET who = NULL
-- step: read again: reference_while_stopped__pet
UPDATE reference_while_stopped__pet SET n = 'p1!' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT p.n, o.n FROM reference_while_stopped__pet p LEFT JOIN reference_while_stopped__owner o ON o.id = p.who ORDER BY p.n
p1!|owner 1
p2|owner 2
p3|owner 2
