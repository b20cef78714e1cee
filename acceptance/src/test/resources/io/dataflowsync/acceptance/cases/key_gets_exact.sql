-- A text key that others refer to gets a collation that tells letters apart, then one with four bytes; keys that were one are two then, behind
-- Use: utf8_general_ci, then utf8_bin, then utf8mb4_bin.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE key_gets_exact (code VARCHAR(9) CHARACTER SET utf8 COLLATE utf8_general_ci NOT NULL, v VARCHAR(9), PRIMARY KEY (code));
CREATE TABLE key_gets_exact__kid (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) CHARACTER SET utf8 COLLATE utf8_general_ci, w VARCHAR(9), CONSTRAINT kge_1 FOREIGN KEY (code) REFERENCES key_gets_exact (code) ON UPDATE CASCADE ON DELETE CASCADE);
-- [before]
INSERT INTO key_gets_exact VALUES ('Ab', 'one'), ('é', 'two');
INSERT INTO key_gets_exact__kid VALUES (1, 'aB', 'k1'), (2, 'E', 'k2');
-- [stream]
-- step: end dpu-service
INSERT INTO key_gets_exact__kid VALUES (3, 'AB ', 'k3');
ALTER TABLE key_gets_exact__kid DROP FOREIGN KEY kge_1;
UPDATE key_gets_exact__kid k JOIN key_gets_exact p ON p.code = k.code SET k.code = p.code;
ALTER TABLE key_gets_exact MODIFY code VARCHAR(9) CHARACTER SET utf8 COLLATE utf8_bin NOT NULL;
ALTER TABLE key_gets_exact__kid MODIFY code VARCHAR(9) CHARACTER SET utf8 COLLATE utf8_bin, ADD CONSTRAINT kge_2 FOREIGN KEY (code) REFERENCES key_gets_exact (code) ON UPDATE CASCADE ON DELETE CASCADE;
INSERT INTO key_gets_exact VALUES ('AB', 'three'), ('e', 'four');
INSERT INTO key_gets_exact__kid VALUES (4, 'AB', 'k4'), (5, 'e', 'k5');
UPDATE key_gets_exact SET code = 'ab' WHERE code = 'Ab';
DELETE FROM key_gets_exact WHERE code = 'e';
SET SESSION foreign_key_checks = 0;
ALTER TABLE key_gets_exact CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
ALTER TABLE key_gets_exact__kid CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
SET SESSION foreign_key_checks = 1;
INSERT INTO key_gets_exact VALUES ('😀', 'smile');
INSERT INTO key_gets_exact__kid VALUES (6, '😀', 'k6');
UPDATE key_gets_exact SET code = '😀😀' WHERE code = '😀';
-- step: start dpu-service
DELETE FROM key_gets_exact WHERE code = 'AB';
-- [comparison]
-- [rows]
SELECT k.w, k.code, p.v FROM key_gets_exact__kid k LEFT JOIN key_gets_exact p ON p.code = k.code ORDER BY k.w
k1|ab|one
k2|é|two
k3|ab|one
k6|😀😀|smile
SELECT code, v FROM key_gets_exact ORDER BY v
ab|one
😀😀|smile
é|two
