-- A child without a key joins, and one that is two foreign keys away, while rows of their parents went and came back
-- Use: tables that were left out join when cdc-service starts again.
-- Expected: the source's rows: a table without a key is read once, and so with those that its rows change along with.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
joins_kid_without_key__bare: { skip: true }
joins_kid_without_key__leaf: { skip: true }
-- [both]
CREATE TABLE joins_kid_without_key (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE joins_kid_without_key__bare (p INT, w VARCHAR(9), CONSTRAINT joins_bare_fk FOREIGN KEY (p) REFERENCES joins_kid_without_key (id) ON DELETE SET NULL);
CREATE TABLE joins_kid_without_key__top (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE joins_kid_without_key__mid (id INT PRIMARY KEY AUTO_INCREMENT, t INT, n VARCHAR(9), CONSTRAINT joins_mid_fk FOREIGN KEY (t) REFERENCES joins_kid_without_key__top (id) ON DELETE CASCADE);
CREATE TABLE joins_kid_without_key__leaf (id INT PRIMARY KEY AUTO_INCREMENT, m INT, w VARCHAR(9), CONSTRAINT joins_leaf_fk FOREIGN KEY (m) REFERENCES joins_kid_without_key__mid (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE joins_kid_without_key AUTO_INCREMENT = 1001;
ALTER TABLE joins_kid_without_key__top AUTO_INCREMENT = 1001;
ALTER TABLE joins_kid_without_key__mid AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO joins_kid_without_key VALUES (1, 'a'), (2, 'b');
INSERT INTO joins_kid_without_key__bare VALUES (1, 'k1'), (2, 'k2');
INSERT INTO joins_kid_without_key__top VALUES (1, 't1'), (2, 't2');
INSERT INTO joins_kid_without_key__mid VALUES (1, 1, 'm1'), (2, 2, 'm2');
INSERT INTO joins_kid_without_key__leaf VALUES (1, 1, 'l1'), (2, 2, 'l2');
-- [stream]
-- step: await applied
-- step: end cdc-service
DELETE FROM joins_kid_without_key WHERE id = 1;
INSERT INTO joins_kid_without_key VALUES (1, 'a again');
INSERT INTO joins_kid_without_key__bare VALUES (1, 'k3');
-- step: pipeline file: joins_kid_without_key__bare: {}
-- step: await applied
-- step: end cdc-service
DELETE FROM joins_kid_without_key__top WHERE id = 1;
INSERT INTO joins_kid_without_key__top VALUES (1, 't again');
INSERT INTO joins_kid_without_key__mid VALUES (1, 1, 'm again');
INSERT INTO joins_kid_without_key__leaf VALUES (1, 1, 'l again'), (3, 1, 'l3');
-- step: pipeline file: joins_kid_without_key__leaf: {}
-- step: await applied
INSERT INTO joins_kid_without_key__leaf VALUES (4, 2, 'l4');
-- [comparison]
-- [rows]
SELECT k.w, p.n FROM joins_kid_without_key__bare k LEFT JOIN joins_kid_without_key p ON p.id = k.p ORDER BY k.w
k1|null
k2|b
k3|a again
SELECT l.w, m.n, t.n FROM joins_kid_without_key__leaf l JOIN joins_kid_without_key__mid m ON m.id = l.m JOIN joins_kid_without_key__top t ON t.id = m.t ORDER BY l.w
l again|m again|t again
l2|m2|t2
l3|m again|t again
l4|m2|t2
