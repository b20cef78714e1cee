-- A told reference is the key, without the column that tells it: in the source all tables have their numbers from one counter
-- Use: "every object has a number of its own"; remarks are known by (object, no), and what kind of object it is stands beside.
-- Expected: a refusal at the start that names the key, since two rows would have one key on the target.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: its own
-- [pipeline]
told_in_shared_numbers: { references: { about: { by: kind, tables: { owner: told_in_shared_numbers__owner, pet: told_in_shared_numbers__pet } } } }
-- [both]
CREATE TABLE told_in_shared_numbers__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE told_in_shared_numbers__pet (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE told_in_shared_numbers (about INT NOT NULL, no INT NOT NULL, kind VARCHAR(9), w VARCHAR(9), PRIMARY KEY (about, no));
-- [target]
ALTER TABLE told_in_shared_numbers__owner AUTO_INCREMENT = 1001;
ALTER TABLE told_in_shared_numbers__pet AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO told_in_shared_numbers__owner VALUES (1, 'o1'), (3, 'o3');
INSERT INTO told_in_shared_numbers__pet VALUES (2, 'p2'), (4, 'p4');
INSERT INTO told_in_shared_numbers VALUES (1, 1, 'owner', 'w1'), (2, 1, 'pet', 'w2'), (3, 1, 'owner', 'w3'), (4, 1, 'pet', 'w4');
-- [or said]
dfs.tables.told_in_shared_numbers.references.about
the key [about, no] has this column and not 'kind'
-- [rows]
SELECT t.w, o.n, p.n FROM told_in_shared_numbers t LEFT JOIN told_in_shared_numbers__owner o ON t.kind = 'owner' AND o.id = t.about LEFT JOIN told_in_shared_numbers__pet p ON t.kind = 'pet' AND p.id = t.about ORDER BY t.w
w1|o1|null
w2|null|p2
w3|o3|null
w4|null|p4
