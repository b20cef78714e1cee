-- A parent that a telling column and a JSON path name gets another name, and a new table takes its place, behind
-- Use: a table is rebuilt in steps; tags and documents name its rows.
-- Expected: a halt at the new name of the old table; what its text says leads on.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
declared_kinds_swapped__tag: { references: { about: { by: kind, tables: { o: declared_kinds_swapped__owner } }, doc: { path: "$.o", table: declared_kinds_swapped__owner } } }
-- [both]
CREATE TABLE declared_kinds_swapped__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE declared_kinds_swapped__tag (id INT PRIMARY KEY AUTO_INCREMENT, kind CHAR(1), about INT, doc JSON, w VARCHAR(9));
-- [target]
ALTER TABLE declared_kinds_swapped__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO declared_kinds_swapped__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO declared_kinds_swapped__tag VALUES (1, 'o', 2, '{"o": 1}', 't1'), (2, 'o', 3, NULL, 't2');
-- [stream]
-- step: end dpu-service
RENAME TABLE declared_kinds_swapped__owner TO declared_kinds_swapped__last;
CREATE TABLE declared_kinds_swapped__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
INSERT INTO declared_kinds_swapped__owner SELECT * FROM declared_kinds_swapped__last;
UPDATE declared_kinds_swapped__owner SET n = UPPER(n);
INSERT INTO declared_kinds_swapped__tag VALUES (3, 'o', 1, '{"o": 2}', 't3');
-- step: start dpu-service
-- step: halted schema-change-refused: on target: UPDATE declared_kinds_swapped__tag SET about = NULL, doc = NULL
-- step: await applied
-- step: read again: declared_kinds_swapped__tag
-- [comparison]
-- [rows]
SELECT t.w, o.n, d.n FROM declared_kinds_swapped__tag t LEFT JOIN declared_kinds_swapped__owner o ON o.id = t.about LEFT JOIN declared_kinds_swapped__owner d ON d.id = t.doc->'$.o' ORDER BY t.w
t1|B|A
t2|C|null
t3|A|B
