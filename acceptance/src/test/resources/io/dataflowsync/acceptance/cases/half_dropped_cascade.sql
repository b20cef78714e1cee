-- One of the two columns of a foreign key that cascades never leaves the source; the target has the foreign key over the other one
-- Use: many tenants in one schema, foreign keys over (tenant, id) with ON DELETE CASCADE; the target is of one tenant alone.
-- Expected: the source's rows: what the text of a halt says leads to them, if there is one.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
half_dropped_cascade__kid: { columns: { tenant: { drop: true } }, references: { owner: half_dropped_cascade } }
-- [source]
CREATE TABLE half_dropped_cascade (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT NOT NULL, n VARCHAR(9), UNIQUE KEY (tenant, id));
CREATE TABLE half_dropped_cascade__kid (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT NOT NULL, owner INT, w VARCHAR(9), CONSTRAINT half_dropped_cascade_fk FOREIGN KEY (tenant, owner) REFERENCES half_dropped_cascade (tenant, id) ON DELETE CASCADE);
-- [target]
CREATE TABLE half_dropped_cascade (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT NOT NULL, n VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE half_dropped_cascade__kid (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9), CONSTRAINT half_dropped_cascade_there FOREIGN KEY (owner) REFERENCES half_dropped_cascade (id) ON DELETE CASCADE) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO half_dropped_cascade VALUES (1, 7, 'p1'), (2, 7, 'p2');
INSERT INTO half_dropped_cascade__kid VALUES (1, 7, 1, 'k1'), (2, 7, 2, 'k2');
-- [stream]
DELETE FROM half_dropped_cascade WHERE id = 1;
-- step: await applied
INSERT INTO half_dropped_cascade__kid VALUES (3, 7, 2, 'k3');
-- [rows]
SELECT k.w, p.n FROM half_dropped_cascade__kid k LEFT JOIN half_dropped_cascade p ON p.id = k.owner ORDER BY k.w
k2|p2
k3|p2
