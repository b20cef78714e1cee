-- A reference that no foreign key holds is -1 where there is none
-- Use: applications over tables without foreign keys write -1 for "none", and ask for it; one has a row -1, "anonymous".
-- Expected: a halt until the pipeline file says what -1 means; then it stays -1, or is the new key of the row -1.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
no_parent_minus_one__post: { references: { parent: no_parent_minus_one__post } }
no_parent_minus_one__meta: { references: { author: { table: no_parent_minus_one__user, zero: none, negative: row }, doc: [{ path: "$.of", table: no_parent_minus_one__post, negative: none }] } }
-- [both]
CREATE TABLE no_parent_minus_one__user (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE no_parent_minus_one__post (id INT PRIMARY KEY AUTO_INCREMENT, parent VARCHAR(9) NOT NULL DEFAULT '-1', n VARCHAR(9));
CREATE TABLE no_parent_minus_one__meta (id INT PRIMARY KEY AUTO_INCREMENT, author INT, doc JSON);
-- [target]
ALTER TABLE no_parent_minus_one__user AUTO_INCREMENT = 1001;
ALTER TABLE no_parent_minus_one__post AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO no_parent_minus_one__user VALUES (-1, 'anon'), (1, 'u1');
INSERT INTO no_parent_minus_one__meta VALUES (1, -1, '{"of": -1}'), (2, 0, '{"of": -2}'), (3, 1, '{"of": "-1"}');
-- [stream]
-- step: await applied
INSERT INTO no_parent_minus_one__post VALUES (1, '-1', 'p1'), (2, '1', 'p2'), (3, '-01', 'p3');
-- step: halted reference-unclear: pipeline file: no_parent_minus_one__post: { references: { parent: { table: no_parent_minus_one__post, negative: none } } }
UPDATE no_parent_minus_one__post SET parent = '-1' WHERE id = 2;
UPDATE no_parent_minus_one__post SET parent = '2' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT p.n, IFNULL(q.n, p.parent) FROM no_parent_minus_one__post p LEFT JOIN no_parent_minus_one__post q ON q.id = p.parent ORDER BY p.n
p1|p2
p2|-1
p3|-01
SELECT IFNULL(u.n, m.author), JSON_UNQUOTE(m.doc->'$.of') FROM no_parent_minus_one__meta m LEFT JOIN no_parent_minus_one__user u ON u.id = m.author ORDER BY 1, 2
0|-2
anon|-1
u1|-1
