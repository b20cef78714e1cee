-- Two captured schemas have the same tables with the same numbers, and both go to one schema of the target; one is altered, emptied and dropped
-- Use: a database for each tenant becomes one for all.
-- Expected: each tenant's rows refer to its own; at a statement about one of them alone a halt, and what its text says leads on.
-- Basis: by reasoning.
-- Settings: ddl: apply
-- Pipeline: its own
-- Schemas: two_tenants_b
-- [both]
CREATE TABLE two_tenants (id INT PRIMARY KEY AUTO_INCREMENT, up INT, v VARCHAR(9), CONSTRAINT two_1 FOREIGN KEY (up) REFERENCES two_tenants (id));
CREATE TABLE two_tenants__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT two_2 FOREIGN KEY (p) REFERENCES two_tenants (id) ON DELETE CASCADE);
-- [source]
CREATE TABLE two_tenants_b.two_tenants (id INT PRIMARY KEY AUTO_INCREMENT, up INT, v VARCHAR(9), CONSTRAINT two_1 FOREIGN KEY (up) REFERENCES two_tenants_b.two_tenants (id));
CREATE TABLE two_tenants_b.two_tenants__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT two_2 FOREIGN KEY (p) REFERENCES two_tenants_b.two_tenants (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE two_tenants AUTO_INCREMENT = 2;
-- [before]
INSERT INTO two_tenants VALUES (1, NULL, 'a1'), (2, 1, 'a2');
INSERT INTO two_tenants_b.two_tenants VALUES (1, NULL, 'b1'), (2, 1, 'b2');
INSERT INTO two_tenants__kid VALUES (1, 2, 'ak1');
INSERT INTO two_tenants_b.two_tenants__kid VALUES (1, 2, 'bk1');
-- [stream]
-- step: end dpu-service
INSERT INTO two_tenants__kid VALUES (2, 1, 'ak2'), (3, 2, 'ak3');
INSERT INTO two_tenants_b.two_tenants__kid VALUES (2, 1, 'bk2'), (3, 2, 'bk3');
DELETE FROM two_tenants WHERE id = 2;
UPDATE two_tenants_b.two_tenants SET v = 'b2x' WHERE id = 2;
ALTER TABLE two_tenants_b.two_tenants ADD COLUMN n INT DEFAULT 5;
ALTER TABLE two_tenants ADD COLUMN n INT DEFAULT 5;
INSERT INTO two_tenants VALUES (2, 1, 'a2new', 6);
INSERT INTO two_tenants__kid VALUES (4, 2, 'ak4');
TRUNCATE TABLE two_tenants_b.two_tenants__kid;
INSERT INTO two_tenants_b.two_tenants__kid VALUES (1, 1, 'bk1new');
-- step: start dpu-service
-- step: await applied
DROP DATABASE two_tenants_b;
INSERT INTO two_tenants__kid VALUES (5, 1, 'ak5');
-- step: halted schema-change-refused: on target: DELETE FROM two_tenants WHERE v LIKE 'b%' ORDER BY id DESC
-- step: pass statement
-- step: halted schema-change-refused: on target: DELETE FROM two_tenants__kid WHERE w LIKE 'b%'
-- step: pass statement
-- step: await applied
UPDATE two_tenants SET n = 7 WHERE id = 1;
-- [rows]
SELECT t.v, u.v, t.n FROM two_tenants t LEFT JOIN two_tenants u ON u.id = t.up ORDER BY t.v
a1|null|7
a2new|a1|6
SELECT k.w, t.v FROM two_tenants__kid k LEFT JOIN two_tenants t ON t.id = k.p ORDER BY k.w
ak2|a1
ak4|a2new
ak5|a1
