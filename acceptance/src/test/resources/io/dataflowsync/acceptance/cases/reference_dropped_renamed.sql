-- A foreign key is dropped, and then its column gets another name
-- Use: the constraint is in the way of a migration of names; the column means what it meant.
-- Expected: a column that was a reference stays one, under its new name.
-- Basis: by reasoning.
-- Settings: ddl: apply
-- [both]
CREATE TABLE reference_dropped_renamed__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_dropped_renamed__pet (id INT PRIMARY KEY AUTO_INCREMENT, owner_id INT, n VARCHAR(9), CONSTRAINT dropped_renamed_fk FOREIGN KEY (owner_id) REFERENCES reference_dropped_renamed__owner (id));
-- [target]
INSERT INTO reference_dropped_renamed__owner (n) VALUES ('own');
-- [before]
INSERT INTO reference_dropped_renamed__owner VALUES (1, 'a'), (2, 'b');
INSERT INTO reference_dropped_renamed__pet VALUES (1, 2, 'p1');
-- [stream]
ALTER TABLE reference_dropped_renamed__pet DROP FOREIGN KEY dropped_renamed_fk;
ALTER TABLE reference_dropped_renamed__pet CHANGE owner_id keeper_id INT;
INSERT INTO reference_dropped_renamed__pet VALUES (2, 2, 'p2');
UPDATE reference_dropped_renamed__pet SET keeper_id = 1 WHERE id = 1;
-- [rows]
SELECT p.n, o.n FROM reference_dropped_renamed__pet p LEFT JOIN reference_dropped_renamed__owner o ON o.id = p.keeper_id ORDER BY p.n
p1|a
p2|b
