-- One of the two columns of a foreign key never leaves the source
-- Use: many tenants in one schema, foreign keys over (tenant, id); the target is of one tenant alone, and has no such column.
-- Expected: the source's rows: the other column refers to the same row as before, and has its new key.
-- Basis: the source's rows. References are foreign keys that are discovered; a column that is dropped takes no meaning from another one.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
reference_half_dropped__kid: { columns: { tenant: { drop: true } } }
-- [source]
CREATE TABLE reference_half_dropped (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT NOT NULL, n VARCHAR(9), UNIQUE KEY (tenant, id));
CREATE TABLE reference_half_dropped__kid (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT NOT NULL, owner INT, w VARCHAR(9), CONSTRAINT reference_half_dropped_fk FOREIGN KEY (tenant, owner) REFERENCES reference_half_dropped (tenant, id));
-- [target]
CREATE TABLE reference_half_dropped (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT NOT NULL, n VARCHAR(9)) AUTO_INCREMENT = 2;
CREATE TABLE reference_half_dropped__kid (id INT PRIMARY KEY AUTO_INCREMENT, owner INT, w VARCHAR(9)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO reference_half_dropped VALUES (1, 7, 'p1'), (2, 7, 'p2'), (3, 7, 'p3');
INSERT INTO reference_half_dropped__kid VALUES (1, 7, 2, 'k1');
-- [stream]
INSERT INTO reference_half_dropped__kid VALUES (2, 7, 3, 'k2');
UPDATE reference_half_dropped__kid SET owner = 3 WHERE id = 1;
-- [rows]
SELECT k.w, p.n FROM reference_half_dropped__kid k LEFT JOIN reference_half_dropped p ON p.id = k.owner ORDER BY k.w
k1|p3
k2|p3
