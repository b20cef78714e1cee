-- A column with values gets its reference to another table in one ALTER; the numbers exist on both sides
-- Expected: a halt, since the target's rows have the new keys of the other table there; what its text says leads on.
-- Basis: run on 5.7.22.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE repointed__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE repointed__keeper (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE repointed__pet (id INT PRIMARY KEY AUTO_INCREMENT, who INT, n VARCHAR(9), CONSTRAINT hzr_old FOREIGN KEY (who) REFERENCES repointed__owner (id));
-- [target]
ALTER TABLE repointed__keeper AUTO_INCREMENT = 2;
-- [before]
INSERT INTO repointed__owner VALUES (1, 'owner 1'), (2, 'owner 2');
INSERT INTO repointed__keeper VALUES (1, 'keeper 1'), (2, 'keeper 2');
INSERT INTO repointed__pet VALUES (1, 1, 'p1'), (2, 2, 'p2');
-- [stream]
ALTER TABLE repointed__pet DROP FOREIGN KEY hzr_old, ADD CONSTRAINT hzr_new FOREIGN KEY (who) REFERENCES repointed__keeper (id);
INSERT INTO repointed__pet VALUES (3, 1, 'p3');
DELETE FROM repointed__pet WHERE id = 2;
-- step: halted schema-change-refused: on target: DELETE FROM repointed__pet
-- step: dismiss dead letters
-- step: read again: repointed__pet
INSERT INTO repointed__pet VALUES (4, 2, 'p4');
-- [comparison]
-- [rows]
SELECT p.n, k.n FROM repointed__pet p LEFT JOIN repointed__keeper k ON k.id = p.who ORDER BY p.n
p1|keeper 1
p3|keeper 1
p4|keeper 2
