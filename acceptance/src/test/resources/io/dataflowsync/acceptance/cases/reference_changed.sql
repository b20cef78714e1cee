-- A referring column gets another name and type, and its foreign key stays
-- Use: owner_id becomes keeper, in one ALTER with a new column before it.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE reference_changed__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_changed__pet (id INT PRIMARY KEY AUTO_INCREMENT, owner_id INT, n VARCHAR(9), FOREIGN KEY (owner_id) REFERENCES reference_changed__owner (id));
-- [target]
ALTER TABLE reference_changed__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO reference_changed__owner VALUES (1, 'a'), (2, 'b');
INSERT INTO reference_changed__pet VALUES (1, 2, 'p1');
-- [stream]
ALTER TABLE reference_changed__pet CHANGE owner_id keeper INT COMMENT 'who keeps it', ADD COLUMN age INT AFTER id;
INSERT INTO reference_changed__pet VALUES (2, 5, 2, 'p2');
UPDATE reference_changed__pet SET keeper = 1 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT p.n, o.n, o.id > 1000 FROM reference_changed__pet p LEFT JOIN reference_changed__owner o ON o.id = p.keeper ORDER BY p.n
p1|a|1
p2|b|1
