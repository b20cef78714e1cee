-- A reference of the pipeline file gets its foreign key while children without parents wait, with the checks off; the parents come later, behind
-- Use: the missing foreign key is added before the data are mended.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
orphans_get_constraint__kid: { references: { p: { table: orphans_get_constraint, zero: none } } }
-- [both]
CREATE TABLE orphans_get_constraint (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE orphans_get_constraint__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9));
-- [target]
ALTER TABLE orphans_get_constraint AUTO_INCREMENT = 2;
-- [before]
INSERT INTO orphans_get_constraint VALUES (1, 'a');
INSERT INTO orphans_get_constraint__kid VALUES (1, 1, 'k1'), (2, 2, 'k2'), (3, 0, 'k3');
-- [stream]
-- step: end dpu-service
INSERT INTO orphans_get_constraint__kid VALUES (4, 3, 'k4');
SET SESSION foreign_key_checks = 0;
ALTER TABLE orphans_get_constraint__kid ADD CONSTRAINT ogc_1 FOREIGN KEY (p) REFERENCES orphans_get_constraint (id) ON DELETE CASCADE;
SET SESSION foreign_key_checks = 1;
UPDATE orphans_get_constraint__kid SET w = 'k2b' WHERE id = 2;
INSERT INTO orphans_get_constraint VALUES (3, 'c'), (2, 'b');
UPDATE orphans_get_constraint__kid SET p = NULL WHERE p = 0;
INSERT INTO orphans_get_constraint__kid VALUES (5, 2, 'k5');
DELETE FROM orphans_get_constraint WHERE id = 3;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM orphans_get_constraint__kid k LEFT JOIN orphans_get_constraint p ON p.id = k.p ORDER BY k.w
k1|a
k2b|b
k3|null
k5|b
