-- A plain column becomes a reference, and its numbers are others' keys on the target
-- Use: the constraint that was always missing is added at last.
-- Expected: a halt, since the target's rows have the source's numbers there; what its text says leads on.
-- Basis: run on 5.7.22.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE plain_becomes__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE plain_becomes__pet (id INT PRIMARY KEY AUTO_INCREMENT, who INT, n VARCHAR(9));
-- [target]
ALTER TABLE plain_becomes__owner AUTO_INCREMENT = 2;
-- [before]
INSERT INTO plain_becomes__owner VALUES (1, 'owner 1'), (2, 'owner 2');
INSERT INTO plain_becomes__pet VALUES (1, 1, 'p1'), (2, 2, 'p2');
-- [stream]
ALTER TABLE plain_becomes__pet ADD CONSTRAINT hzp_fk FOREIGN KEY (who) REFERENCES plain_becomes__owner (id);
INSERT INTO plain_becomes__pet VALUES (3, 2, 'p3');
UPDATE plain_becomes__pet SET n = 'p2!' WHERE id = 2;
-- step: halted schema-change-refused: on target: UPDATE plain_becomes__pet SET who = NULL
-- step: read again: plain_becomes__pet
DELETE FROM plain_becomes__pet WHERE id = 1;
INSERT INTO plain_becomes__pet VALUES (4, 1, 'p4');
-- [comparison]
-- [rows]
SELECT p.n, o.n FROM plain_becomes__pet p LEFT JOIN plain_becomes__owner o ON o.id = p.who ORDER BY p.n
p2!|owner 2
p3|owner 2
p4|owner 1
