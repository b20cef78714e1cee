-- The first of the two columns of a foreign key with ON DELETE SET NULL is not written to the target, and the second one is
-- Use: many tenants in one schema, foreign keys over (tenant, owner); the target has no tenant, { write: false }.
-- Expected: a stop before the delete: a foreign key of the target over the owner alone would hold where the tenant is NULL, too. Read again, the source's rows.
-- Basis: the source's rows: SET NULL empties all columns of the foreign key.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
half_unwritten_emptied__kid: { columns: { tenant: { write: false } } }
-- [source]
CREATE TABLE half_unwritten_emptied (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT NOT NULL, n VARCHAR(9), UNIQUE KEY (tenant, id));
CREATE TABLE half_unwritten_emptied__kid (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT, owner INT, w VARCHAR(9), CONSTRAINT half_unwritten_emptied_fk FOREIGN KEY (tenant, owner) REFERENCES half_unwritten_emptied (tenant, id) ON DELETE SET NULL);
-- [target]
CREATE TABLE half_unwritten_emptied (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT NOT NULL, n VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE half_unwritten_emptied__kid (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO half_unwritten_emptied VALUES (1, 7, 'p1'), (2, 7, 'p2');
INSERT INTO half_unwritten_emptied__kid VALUES (1, 7, 1, 'k1'), (2, 7, 2, 'k2');
-- [stream]
DELETE FROM half_unwritten_emptied WHERE id = 1;
-- step: await stopped source-cascade
-- step: skip
-- step: read again: half_unwritten_emptied__kid
INSERT INTO half_unwritten_emptied__kid VALUES (3, 7, 2, 'k3');
-- [rows]
SELECT k.w, k.owner IS NULL, p.n FROM half_unwritten_emptied__kid k LEFT JOIN half_unwritten_emptied p ON p.id = k.owner ORDER BY k.w
k1|1|null
k2|0|p2
k3|0|p2
