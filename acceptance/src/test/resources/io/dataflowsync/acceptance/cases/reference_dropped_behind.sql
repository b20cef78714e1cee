-- A foreign key is dropped while rows that were written under it still wait
-- Use: any schema migration, while dpu-service is away or behind. Default settings.
-- Expected: rows from before the statement keep their owner.
-- Basis: run. The source's keys as they are would be those of other owners on the target.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_dropped_behind__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20));
CREATE TABLE reference_dropped_behind__pet (id INT PRIMARY KEY AUTO_INCREMENT, owner_id INT, n VARCHAR(20),
  CONSTRAINT behind_fk FOREIGN KEY (owner_id) REFERENCES reference_dropped_behind__owner (id));
-- [target]
INSERT INTO reference_dropped_behind__owner (n) VALUES ('own');
-- [before]
INSERT INTO reference_dropped_behind__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
-- [stream]
-- step: end dpu-service
INSERT INTO reference_dropped_behind__pet VALUES (1, 2, 'p1'), (2, 3, 'p2');
ALTER TABLE reference_dropped_behind__pet DROP FOREIGN KEY behind_fk;
-- step: start dpu-service
INSERT INTO reference_dropped_behind__owner VALUES (4, 'd');
-- [rows]
SELECT p.n, o.n FROM reference_dropped_behind__pet p LEFT JOIN reference_dropped_behind__owner o ON o.id = p.owner_id ORDER BY p.n
p1|b
p2|c
