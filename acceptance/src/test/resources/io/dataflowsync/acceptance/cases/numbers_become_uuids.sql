-- Numbers as keys are given up for texts: a parent and its child get another key and another reference, under the former names, behind
-- Use: UUIDs as keys.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE numbers_become_uuids (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE numbers_become_uuids__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT nbu_1 FOREIGN KEY (p) REFERENCES numbers_become_uuids (id));
-- [target]
ALTER TABLE numbers_become_uuids AUTO_INCREMENT = 2;
-- [before]
INSERT INTO numbers_become_uuids VALUES (1, 'a'), (2, 'b');
INSERT INTO numbers_become_uuids__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
-- step: end dpu-service
ALTER TABLE numbers_become_uuids ADD COLUMN uuid CHAR(36) CHARACTER SET ascii;
UPDATE numbers_become_uuids SET uuid = CONCAT('u-', v);
ALTER TABLE numbers_become_uuids__kid ADD COLUMN p_uuid CHAR(36) CHARACTER SET ascii AFTER p;
UPDATE numbers_become_uuids__kid k JOIN numbers_become_uuids p ON p.id = k.p SET k.p_uuid = p.uuid;
INSERT INTO numbers_become_uuids VALUES (3, 'c', 'u-c');
INSERT INTO numbers_become_uuids__kid VALUES (3, 3, 'u-c', 'k3');
ALTER TABLE numbers_become_uuids__kid DROP FOREIGN KEY nbu_1;
ALTER TABLE numbers_become_uuids MODIFY id INT NOT NULL, DROP PRIMARY KEY, MODIFY uuid CHAR(36) CHARACTER SET ascii NOT NULL FIRST, ADD PRIMARY KEY (uuid);
ALTER TABLE numbers_become_uuids__kid DROP COLUMN p, CHANGE p_uuid p CHAR(36) CHARACTER SET ascii, ADD KEY (p);
UPDATE numbers_become_uuids SET v = 'aa' WHERE uuid = 'u-a';
ALTER TABLE numbers_become_uuids DROP COLUMN id;
ALTER TABLE numbers_become_uuids__kid ADD CONSTRAINT nbu_2 FOREIGN KEY (p) REFERENCES numbers_become_uuids (uuid) ON UPDATE CASCADE ON DELETE CASCADE;
INSERT INTO numbers_become_uuids VALUES ('u-d', 'd');
INSERT INTO numbers_become_uuids__kid (p, w) VALUES ('u-d', 'k4'), ('U-C', 'k5');
UPDATE numbers_become_uuids SET uuid = 'u-dd' WHERE uuid = 'u-d';
DELETE FROM numbers_become_uuids WHERE uuid = 'u-b';
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, k.p, p.v FROM numbers_become_uuids__kid k LEFT JOIN numbers_become_uuids p ON p.uuid = k.p ORDER BY k.w
k1|u-a|aa
k3|u-c|c
k4|u-dd|d
k5|U-C|c
