-- Parents are deleted and come back, and a key is given on, while cdc-service is away; their child is read at a place ahead of that
-- Use: a table joins the pipeline when cdc-service starts again; or a child alone is read again while the stream is behind.
-- Expected: the source's rows: what the source's foreign keys did before the snapshot's place is done to no row of the snapshot.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
joins_parent_back__kid: { skip: true }
-- [both]
CREATE TABLE joins_parent_back (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE joins_parent_back__team (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE joins_parent_back__code (code VARCHAR(9) PRIMARY KEY, n VARCHAR(9));
CREATE TABLE joins_parent_back__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, t INT, c VARCHAR(9), w VARCHAR(9), CONSTRAINT joins_back_p FOREIGN KEY (p) REFERENCES joins_parent_back (id) ON DELETE CASCADE, CONSTRAINT joins_back_t FOREIGN KEY (t) REFERENCES joins_parent_back__team (id) ON DELETE SET NULL, CONSTRAINT joins_back_c FOREIGN KEY (c) REFERENCES joins_parent_back__code (code) ON UPDATE CASCADE);
-- [target]
ALTER TABLE joins_parent_back AUTO_INCREMENT = 1001;
ALTER TABLE joins_parent_back__team AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO joins_parent_back VALUES (1, 'a'), (2, 'b');
INSERT INTO joins_parent_back__team VALUES (1, 't1'), (2, 't2');
INSERT INTO joins_parent_back__code VALUES ('a', 'first'), ('x', 'other');
INSERT INTO joins_parent_back__kid VALUES (1, 1, NULL, NULL, 'k1'), (2, NULL, 1, NULL, 'k2'), (3, NULL, NULL, 'a', 'k3');
-- [stream]
-- step: await applied
-- step: end cdc-service
DELETE FROM joins_parent_back WHERE id = 1;
INSERT INTO joins_parent_back VALUES (1, 'a again');
INSERT INTO joins_parent_back__kid VALUES (4, 1, NULL, NULL, 'k4');
DELETE FROM joins_parent_back__team WHERE id = 1;
INSERT INTO joins_parent_back__team VALUES (1, 't again');
UPDATE joins_parent_back__kid SET t = 1 WHERE id = 2;
UPDATE joins_parent_back__code SET code = 'b' WHERE code = 'a';
INSERT INTO joins_parent_back__code VALUES ('a', 'new');
UPDATE joins_parent_back__kid SET c = 'a' WHERE id = 3;
-- step: pipeline file: joins_parent_back__kid: {}
-- step: await applied
-- [comparison]
-- [rows]
SELECT k.w, p.n, t.n, c.n FROM joins_parent_back__kid k LEFT JOIN joins_parent_back p ON p.id = k.p LEFT JOIN joins_parent_back__team t ON t.id = k.t LEFT JOIN joins_parent_back__code c ON c.code = k.c ORDER BY k.w
k2|null|t again|null
k3|null|null|new
k4|a again|null|null
