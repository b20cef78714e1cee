-- The column of a reference is dropped while events wait, and a plain one of its name comes
-- Basis: by reasoning.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_gone__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_gone__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, n VARCHAR(9), CONSTRAINT hrg_fk FOREIGN KEY (o) REFERENCES reference_gone__owner (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE reference_gone__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO reference_gone__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO reference_gone__pet VALUES (1, 2, 'p1'), (2, 3, 'p2');
-- [stream]
-- step: end dpu-service
INSERT INTO reference_gone__pet VALUES (3, 1, 'p3'), (4, 3, 'p4');
UPDATE reference_gone__pet SET o = 1 WHERE id = 1;
DELETE FROM reference_gone__owner WHERE id = 3;
ALTER TABLE reference_gone__pet DROP FOREIGN KEY hrg_fk, DROP COLUMN o;
INSERT INTO reference_gone__pet VALUES (5, 'p5');
DELETE FROM reference_gone__owner WHERE id = 1;
ALTER TABLE reference_gone__pet ADD COLUMN o INT DEFAULT 2 AFTER id;
INSERT INTO reference_gone__pet VALUES (6, 2, 'p6'), (7, 1, 'p7');
UPDATE reference_gone__pet SET o = 1 WHERE id = 5;
-- step: start dpu-service
UPDATE reference_gone__pet SET n = 'p6!' WHERE o = 2 AND id = 6;
-- [comparison]
-- [rows]
SELECT n, o FROM reference_gone__pet ORDER BY n
p1|2
p3|2
p5|1
p6!|2
p7|1
SELECT n FROM reference_gone__owner
b
