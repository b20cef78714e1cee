-- All tables of a captured schema move to another captured one by one RENAME, with their references, and the schema is dropped, behind
-- Use: a schema gets another name, for which 5.7 has no statement.
-- Expected: the source's rows.
-- Basis: by reasoning.
-- Settings: ddl: apply
-- Pipeline: its own
-- Schemas: schema_moved_in_old
-- [source]
CREATE TABLE schema_moved_in_old.schema_moved_in (id INT PRIMARY KEY AUTO_INCREMENT, up INT, v VARCHAR(9), CONSTRAINT smi_1 FOREIGN KEY (up) REFERENCES schema_moved_in_old.schema_moved_in (id));
CREATE TABLE schema_moved_in_old.schema_moved_in__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), FOREIGN KEY (p) REFERENCES schema_moved_in_old.schema_moved_in (id) ON DELETE CASCADE);
-- [target]
CREATE TABLE schema_moved_in (id INT PRIMARY KEY AUTO_INCREMENT, up INT, v VARCHAR(9), CONSTRAINT smi_1 FOREIGN KEY (up) REFERENCES schema_moved_in (id)) AUTO_INCREMENT = 2;
CREATE TABLE schema_moved_in__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), FOREIGN KEY (p) REFERENCES schema_moved_in (id) ON DELETE CASCADE);
-- [before]
INSERT INTO schema_moved_in_old.schema_moved_in VALUES (1, NULL, 'a'), (2, 1, 'b'), (3, 2, 'c');
INSERT INTO schema_moved_in_old.schema_moved_in__kid VALUES (1, 1, 'k1'), (2, 3, 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO schema_moved_in_old.schema_moved_in__kid VALUES (3, 2, 'k3');
RENAME TABLE schema_moved_in_old.schema_moved_in TO schemamovedin.schema_moved_in, schema_moved_in_old.schema_moved_in__kid TO schemamovedin.schema_moved_in__kid;
DROP DATABASE schema_moved_in_old;
INSERT INTO schema_moved_in VALUES (4, 3, 'd');
INSERT INTO schema_moved_in__kid VALUES (4, 4, 'k4'), (5, 2, 'k5');
ALTER TABLE schema_moved_in__kid DROP FOREIGN KEY schema_moved_in__kid_ibfk_1, ADD CONSTRAINT smi_2 FOREIGN KEY (p) REFERENCES schema_moved_in (id) ON DELETE SET NULL;
UPDATE schema_moved_in SET up = 1 WHERE id = 4;
DELETE FROM schema_moved_in WHERE id = 3;
-- step: start dpu-service
-- [rows]
SELECT s.v, u.v FROM schema_moved_in s LEFT JOIN schema_moved_in u ON u.id = s.up ORDER BY s.v
a|null
b|a
d|a
SELECT k.w, p.v FROM schema_moved_in__kid k LEFT JOIN schema_moved_in p ON p.id = k.p ORDER BY k.w
k1|a
k2|null
k3|b
k4|d
k5|b
