-- A reference gets another name and a plain column its old one, twice, while dpu-service is away
-- Use: columns are put in order.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_name_reused__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_name_reused__cat (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT cca_fk2 FOREIGN KEY (o) REFERENCES reference_name_reused__owner (id));
-- [target]
ALTER TABLE reference_name_reused__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO reference_name_reused__owner VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd');
INSERT INTO reference_name_reused__cat VALUES (1, 1, 'c1'), (2, 2, 'c2');
-- [stream]
-- step: end dpu-service
INSERT INTO reference_name_reused__cat VALUES (3, 3, 'c3');
ALTER TABLE reference_name_reused__cat CHANGE o x INT, ADD COLUMN o INT;
INSERT INTO reference_name_reused__cat (id, x, o, w) VALUES (4, 1, 4, 'c4');
UPDATE reference_name_reused__cat SET o = 2 WHERE id = 1;
ALTER TABLE reference_name_reused__cat DROP FOREIGN KEY cca_fk2;
ALTER TABLE reference_name_reused__cat CHANGE x y INT, CHANGE o x INT;
INSERT INTO reference_name_reused__cat (id, y, x, w) VALUES (5, 1, 4, 'c5');
-- step: start dpu-service
UPDATE reference_name_reused__cat SET y = 2 WHERE id = 1;
-- [rows]
SELECT c.w, c.x, y.n FROM reference_name_reused__cat c LEFT JOIN reference_name_reused__owner y ON y.id = c.y ORDER BY c.w
c1|2|b
c2|null|b
c3|null|c
c4|4|a
c5|4|a
