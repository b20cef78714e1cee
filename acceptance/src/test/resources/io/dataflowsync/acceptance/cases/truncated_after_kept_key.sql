-- TRUNCATE of a table whose rows follow kept numbers by ON UPDATE CASCADE, behind a RENAME
-- Use: numbers that are corrected, and details that are loaded anew.
-- Expected: all rows that came from the source are gone; those of the target's own stay.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- [pipeline]
truncated_after_kept_key: { identity: keep }
-- [both]
CREATE TABLE truncated_after_kept_key (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE truncated_after_kept_key__part (p INT, nr INT, n VARCHAR(9), PRIMARY KEY (p, nr), CONSTRAINT part_of FOREIGN KEY (p) REFERENCES truncated_after_kept_key (id) ON UPDATE CASCADE);
-- [target]
INSERT INTO truncated_after_kept_key VALUES (500, 'own');
INSERT INTO truncated_after_kept_key__part VALUES (500, 1, 'own');
ALTER TABLE truncated_after_kept_key AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO truncated_after_kept_key VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO truncated_after_kept_key__part VALUES (1, 1, 'a1'), (1, 2, 'a2'), (2, 1, 'b1');
-- [stream]
UPDATE truncated_after_kept_key SET id = 10 WHERE id = 1;
-- step: end dpu-service
UPDATE truncated_after_kept_key SET id = 11 WHERE id = 2;
RENAME TABLE truncated_after_kept_key__part TO truncated_after_kept_key__new;
UPDATE truncated_after_kept_key SET id = 12 WHERE id = 11;
UPDATE truncated_after_kept_key SET id = 11 WHERE id = 10;
-- step: start dpu-service
INSERT INTO truncated_after_kept_key__new VALUES (11, 3, 'a3');
UPDATE truncated_after_kept_key__new SET n = 'a1x' WHERE p = 11 AND nr = 1;
TRUNCATE TABLE truncated_after_kept_key__new;
INSERT INTO truncated_after_kept_key__new VALUES (12, 9, 'b9');
-- [rows]
SELECT o.n, p.nr, p.n FROM truncated_after_kept_key__new p LEFT JOIN truncated_after_kept_key o ON o.id = p.p WHERE p.n <> 'own' ORDER BY p.n
b|9|b9
SELECT COUNT(*) FROM truncated_after_kept_key__new WHERE n NOT IN ('own', 'b9')
0
