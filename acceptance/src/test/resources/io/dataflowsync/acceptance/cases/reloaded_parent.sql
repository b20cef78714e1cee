-- A parent table is dropped, made again and filled, as a dump does it, while children stay
-- Use: one table is restored from a dump.
-- Expected: the owners come back under the keys that they had, so that the pets keep theirs.
-- Basis: by reasoning.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reloaded_parent__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20));
CREATE TABLE reloaded_parent__pet (id INT PRIMARY KEY AUTO_INCREMENT, owner_id INT, n VARCHAR(20), FOREIGN KEY (owner_id) REFERENCES reloaded_parent__owner (id));
-- [before]
INSERT INTO reloaded_parent__owner VALUES (1, 'a'), (2, 'b');
INSERT INTO reloaded_parent__pet VALUES (1, 1, 'p1'), (2, 2, 'p2');
-- [stream]
SET foreign_key_checks = 0;
DROP TABLE IF EXISTS reloaded_parent__owner;
CREATE TABLE reloaded_parent__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20));
INSERT INTO reloaded_parent__owner VALUES (1, 'a'), (2, 'b');
SET foreign_key_checks = 1;
-- [comparison]
-- [rows]
SELECT p.n, o.n FROM reloaded_parent__pet p LEFT JOIN reloaded_parent__owner o ON o.id = p.owner_id ORDER BY p.n
p1|a
p2|b
