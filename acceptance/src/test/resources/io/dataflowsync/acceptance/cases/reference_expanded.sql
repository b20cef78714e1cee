-- A new column gets its foreign key with it, is filled from the old reference by an UPDATE, and takes its place, behind
-- Use: expand and contract: add a column, copy, drop the former one, take its name.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_expanded (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE reference_expanded__kid (p INT NOT NULL, w VARCHAR(9), CONSTRAINT rex_1 FOREIGN KEY (p) REFERENCES reference_expanded (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE reference_expanded AUTO_INCREMENT = 2;
-- [before]
INSERT INTO reference_expanded VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO reference_expanded__kid VALUES (1, 'k1'), (2, 'k2'), (2, 'k2');
-- [stream]
-- step: end dpu-service
ALTER TABLE reference_expanded__kid ADD COLUMN parent BIGINT FIRST, MODIFY p INT NULL;
ALTER TABLE reference_expanded__kid DROP COLUMN parent, ADD COLUMN parent_id INT NULL AFTER p, ADD CONSTRAINT rex_2 FOREIGN KEY (parent_id) REFERENCES reference_expanded (id) ON DELETE SET NULL;
UPDATE reference_expanded__kid SET parent_id = p;
INSERT INTO reference_expanded__kid VALUES (3, 3, 'k3');
ALTER TABLE reference_expanded__kid DROP FOREIGN KEY rex_1, DROP COLUMN p;
DELETE FROM reference_expanded WHERE id = 1;
ALTER TABLE reference_expanded__kid CHANGE parent_id p INT;
INSERT INTO reference_expanded__kid VALUES (2, 'k4');
DELETE FROM reference_expanded__kid WHERE w = 'k2' LIMIT 1;
UPDATE reference_expanded__kid SET p = 3 WHERE p IS NULL;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM reference_expanded__kid k LEFT JOIN reference_expanded p ON p.id = k.p ORDER BY k.w
k1|c
k2|b
k3|c
k4|b
