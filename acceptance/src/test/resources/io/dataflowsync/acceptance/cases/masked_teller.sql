-- The column that tells what another one refers to is masked before it leaves the source
-- Use: what kind of thing a remark is about is nobody's business on the target; { mask: hash } of the kind.
-- Expected: a refusal at the start or a halt that says so, or references with their new keys; never old keys in silence.
-- Basis: the pipeline file: the column refers to owners or pets.
-- Settings: none
-- Pipeline: its own
-- [pipeline]
masked_teller: { columns: { kind: { mask: hash } }, references: { about: { by: kind, tables: { owner: masked_teller__owner, pet: masked_teller__pet } } } }
-- [source]
CREATE TABLE masked_teller__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE masked_teller__pet (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE masked_teller (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(9), about INT, w VARCHAR(9));
-- [target]
CREATE TABLE masked_teller__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 2;
CREATE TABLE masked_teller__pet (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 501;
CREATE TABLE masked_teller (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(64), about INT, w VARCHAR(9)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO masked_teller__owner VALUES (1, 'o1'), (2, 'o2'), (3, 'o3');
INSERT INTO masked_teller__pet VALUES (1, 'p1'), (2, 'p2');
INSERT INTO masked_teller VALUES (1, 'owner', 2, 'of owner'), (2, 'pet', 2, 'of pet');
-- [stream]
INSERT INTO masked_teller VALUES (3, 'owner', 3, 'owner 3');
-- [or said]
references.about
-- [rows]
SELECT t.w, o.n, p.n FROM masked_teller t LEFT JOIN masked_teller__owner o ON t.w LIKE '%owner%' AND o.id = t.about LEFT JOIN masked_teller__pet p ON t.w LIKE '%pet%' AND p.id = t.about ORDER BY t.w
of owner|o2|null
of pet|null|p2
owner 3|o3|null
