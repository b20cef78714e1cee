-- A reference loses its constraint, becomes a text and a number again under another name, and a reference
-- Use: a column is opened for other values for a while.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_becomes_text__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_becomes_text__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT ctr_fk FOREIGN KEY (o) REFERENCES reference_becomes_text__owner (id));
-- [target]
ALTER TABLE reference_becomes_text__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO reference_becomes_text__owner VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');
INSERT INTO reference_becomes_text__pet VALUES (1, 1, 'p1'), (2, 2, 'p2');
-- [stream]
-- step: end dpu-service
INSERT INTO reference_becomes_text__pet VALUES (3, 3, 'p3');
ALTER TABLE reference_becomes_text__pet DROP FOREIGN KEY ctr_fk, MODIFY o VARCHAR(20);
INSERT INTO reference_becomes_text__pet VALUES (4, '4', 'p4'), (5, 'none', 'p5');
UPDATE reference_becomes_text__pet SET o = '3' WHERE id = 1;
UPDATE reference_becomes_text__pet SET o = '4' WHERE id = 5;
ALTER TABLE reference_becomes_text__pet CHANGE o keeper BIGINT UNSIGNED NULL;
INSERT INTO reference_becomes_text__pet VALUES (6, 2, 'p6');
UPDATE reference_becomes_text__owner SET id = 40 WHERE id = 4;
-- step: start dpu-service
ALTER TABLE reference_becomes_text__pet MODIFY keeper INT, ADD COLUMN z INT FIRST;
UPDATE reference_becomes_text__pet SET keeper = NULL WHERE w IN ('p4', 'p5');
ALTER TABLE reference_becomes_text__pet ADD CONSTRAINT ctr_fk FOREIGN KEY (keeper) REFERENCES reference_becomes_text__owner (id) ON UPDATE CASCADE;
UPDATE reference_becomes_text__owner SET id = 20 WHERE id = 2;
INSERT INTO reference_becomes_text__pet VALUES (1, 7, 20, 'p7');
-- [rows]
SELECT p.w, o.n FROM reference_becomes_text__pet p LEFT JOIN reference_becomes_text__owner o ON o.id = p.keeper ORDER BY p.w
p1|c
p2|b
p3|c
p4|null
p5|null
p6|b
p7|b
