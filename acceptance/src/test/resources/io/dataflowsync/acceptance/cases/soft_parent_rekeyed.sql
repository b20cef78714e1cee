-- The table that a column of the pipeline file refers to gets a key of two columns, and its old one back
-- Use: the tenant becomes part of the key.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
soft_parent_rekeyed__pet: { references: { o: soft_parent_rekeyed } }
-- [both]
CREATE TABLE soft_parent_rekeyed (id INT AUTO_INCREMENT, t INT NOT NULL, n VARCHAR(9), PRIMARY KEY (id), KEY (id));
CREATE TABLE soft_parent_rekeyed__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9));
-- [target]
ALTER TABLE soft_parent_rekeyed AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO soft_parent_rekeyed VALUES (1, 5, 'a'), (2, 5, 'b'), (3, 6, 'c');
INSERT INTO soft_parent_rekeyed__pet VALUES (1, 1, 'p1'), (2, 2, 'p2');
-- [stream]
-- step: end dpu-service
INSERT INTO soft_parent_rekeyed__pet VALUES (3, 3, 'p3');
ALTER TABLE soft_parent_rekeyed DROP PRIMARY KEY, ADD PRIMARY KEY (t, id);
INSERT INTO soft_parent_rekeyed VALUES (4, 7, 'd');
INSERT INTO soft_parent_rekeyed__pet VALUES (4, 4, 'p4');
UPDATE soft_parent_rekeyed SET t = 8, n = 'b8' WHERE id = 2;
UPDATE soft_parent_rekeyed SET id = 33 WHERE id = 3;
INSERT INTO soft_parent_rekeyed__pet VALUES (5, 33, 'p5');
-- step: start dpu-service
DELETE FROM soft_parent_rekeyed WHERE id = 1;
INSERT INTO soft_parent_rekeyed VALUES (1, 9, 'a again');
ALTER TABLE soft_parent_rekeyed DROP PRIMARY KEY, ADD PRIMARY KEY (id);
INSERT INTO soft_parent_rekeyed VALUES (3, 9, 'c9');
INSERT INTO soft_parent_rekeyed__pet VALUES (6, 3, 'p6');
-- [comparison]
-- [rows]
SELECT k.w, p.n FROM soft_parent_rekeyed__pet k LEFT JOIN soft_parent_rekeyed p ON p.id = k.o ORDER BY k.w
p1|a again
p2|b8
p3|c9
p4|d
p5|c
p6|c9
