-- A reference of the pipeline file to a shared key, whose parent changes its key
-- Use: details share their owner's key; visits name details without a constraint.
-- Expected: the source's rows: the detail follows the changed key, the visits do not.
-- Basis: the source's rows.
-- Settings: none
-- [pipeline]
declared_to_shared_key__visit: { references: { d: declared_to_shared_key__detail } }
-- [both]
CREATE TABLE declared_to_shared_key__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE declared_to_shared_key__detail (id INT PRIMARY KEY, x VARCHAR(9), CONSTRAINT shared_key_detail_fk FOREIGN KEY (id) REFERENCES declared_to_shared_key__owner (id) ON UPDATE CASCADE);
CREATE TABLE declared_to_shared_key__visit (id INT PRIMARY KEY AUTO_INCREMENT, d INT, w VARCHAR(9));
-- [target]
ALTER TABLE declared_to_shared_key__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO declared_to_shared_key__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO declared_to_shared_key__detail VALUES (1, 'd1'), (2, 'd2');
INSERT INTO declared_to_shared_key__visit VALUES (1, 1, 'v1'), (2, 2, 'v2'), (3, 3, 'v3');
-- [stream]
UPDATE declared_to_shared_key__owner SET id = 9 WHERE id = 1;
INSERT INTO declared_to_shared_key__visit VALUES (4, 9, 'v4');
INSERT INTO declared_to_shared_key__owner VALUES (1, 'next');
INSERT INTO declared_to_shared_key__detail VALUES (1, 'd1b');
-- [comparison]
-- [rows]
SELECT v.w, d.x, o.n FROM declared_to_shared_key__visit v LEFT JOIN declared_to_shared_key__detail d ON d.id = v.d LEFT JOIN declared_to_shared_key__owner o ON o.id = d.id ORDER BY v.w
v1|d1b|next
v2|d2|b
v3|null|null
v4|d1|a
