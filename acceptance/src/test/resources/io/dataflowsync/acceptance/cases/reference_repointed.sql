-- A foreign key is dropped, and the column gets one to another table in the same ALTER
-- Use: a column was bound to the wrong table; it has no values yet.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_repointed__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_repointed__keeper (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_repointed__pet (id INT PRIMARY KEY AUTO_INCREMENT, who INT, n VARCHAR(9), CONSTRAINT repointed_old FOREIGN KEY (who) REFERENCES reference_repointed__owner (id));
-- [target]
ALTER TABLE reference_repointed__owner AUTO_INCREMENT = 501;
ALTER TABLE reference_repointed__keeper AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO reference_repointed__owner VALUES (1, 'owner 1'), (2, 'owner 2');
INSERT INTO reference_repointed__keeper VALUES (1, 'keeper 1'), (2, 'keeper 2');
INSERT INTO reference_repointed__pet VALUES (1, NULL, 'p1');
-- [stream]
ALTER TABLE reference_repointed__pet DROP FOREIGN KEY repointed_old, ADD CONSTRAINT repointed_new FOREIGN KEY (who) REFERENCES reference_repointed__keeper (id);
UPDATE reference_repointed__pet SET who = 2 WHERE id = 1;
INSERT INTO reference_repointed__pet VALUES (2, 1, 'p2');
-- [comparison]
-- [rows]
SELECT p.n, k.n FROM reference_repointed__pet p LEFT JOIN reference_repointed__keeper k ON k.id = p.who ORDER BY p.n
p1|keeper 2
p2|keeper 1
