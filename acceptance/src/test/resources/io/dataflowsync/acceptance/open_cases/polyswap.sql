-- The same with polymorphic and JSON references
-- Settings: ddl: apply
-- Pipeline: its own
-- [pipeline]
polyswap__tag: { references: { about: { by: kind, tables: { o: polyswap__owner } }, doc: { path: "$.o", table: polyswap__owner } } }
-- [both]
CREATE TABLE polyswap__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE polyswap__tag (id INT PRIMARY KEY AUTO_INCREMENT, kind CHAR(1), about INT, doc JSON, w VARCHAR(9));
-- [target]
ALTER TABLE polyswap__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO polyswap__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO polyswap__tag VALUES (1, 'o', 2, '{"o": 1}', 't1'), (2, 'o', 3, NULL, 't2');
-- [stream]
RENAME TABLE polyswap__owner TO polyswap__last;
CREATE TABLE polyswap__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
INSERT INTO polyswap__owner SELECT * FROM polyswap__last;
UPDATE polyswap__owner SET n = UPPER(n);
INSERT INTO polyswap__tag VALUES (3, 'o', 1, '{"o": 2}', 't3');
-- [rows]
SELECT t.w, o.n, d.n FROM polyswap__tag t LEFT JOIN polyswap__owner o ON o.id = t.about LEFT JOIN polyswap__owner d ON d.id = t.doc->'$.o' ORDER BY t.w
t1|B|A
t2|C|null
t3|A|B
