-- A reference that no foreign key holds is 0 where there is none
-- Use: applications over tables without foreign keys write 0 for "no parent", and ask for it.
-- Expected: a halt until the pipeline file says what 0 means; then it stays 0, and everything else is rewritten.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
no_parent__post: { references: { parent: no_parent__post, author: { table: no_parent__user, zero: none } } }
no_parent__meta: { references: { about: { by: kind, tables: { post: no_parent__post, user: no_parent__user }, zero: none }, doc: [{ path: "$.of", table: no_parent__user, zero: none }] } }
-- [both]
CREATE TABLE no_parent__user (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE no_parent__post (id INT PRIMARY KEY AUTO_INCREMENT, parent INT NOT NULL DEFAULT 0, author VARCHAR(9), n VARCHAR(9));
CREATE TABLE no_parent__meta (id INT PRIMARY KEY AUTO_INCREMENT, kind VARCHAR(9), about INT, doc JSON);
-- [target]
ALTER TABLE no_parent__user AUTO_INCREMENT = 1001;
ALTER TABLE no_parent__post AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO no_parent__user VALUES (1, 'u1');
INSERT INTO no_parent__meta VALUES (1, 'post', 0, '{"of": 0}'), (2, 'user', 1, '{"of": 1}');
-- [stream]
-- step: await applied
INSERT INTO no_parent__post VALUES (1, 0, '1', 'p1'), (2, 1, '0', 'p2'), (3, 2, '00', 'p3');
-- step: halted reference-unclear: pipeline file: no_parent__post: { references: { parent: { table: no_parent__post, zero: none }, author: { table: no_parent__user, zero: none } } }
UPDATE no_parent__post SET parent = 0 WHERE id = 3;
UPDATE no_parent__post SET parent = 1, author = 1 WHERE id = 2;
-- [comparison]
-- [rows]
SELECT p.n, p.parent = 0, IFNULL(q.n, 'none'), p.author, IFNULL(u.n, 'none') FROM no_parent__post p LEFT JOIN no_parent__post q ON q.id = p.parent LEFT JOIN no_parent__user u ON u.id = p.author ORDER BY p.n
p1|1|none|1001|u1
p2|0|p1|1001|u1
p3|1|none|00|none
SELECT kind, about, JSON_UNQUOTE(doc->'$.of') FROM no_parent__meta ORDER BY kind
post|0|0
user|1001|1001
