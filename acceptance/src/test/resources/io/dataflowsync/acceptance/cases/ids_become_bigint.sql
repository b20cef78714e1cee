-- The numbers of three levels and of a self reference become BIGINT UNSIGNED while their foreign keys are dropped, behind
-- Use: an INT key runs full.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE ids_become_bigint (id INT PRIMARY KEY AUTO_INCREMENT, up INT, v VARCHAR(9), CONSTRAINT ibb_1 FOREIGN KEY (up) REFERENCES ids_become_bigint (id));
CREATE TABLE ids_become_bigint__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT ibb_2 FOREIGN KEY (p) REFERENCES ids_become_bigint (id) ON DELETE CASCADE);
CREATE TABLE ids_become_bigint__toy (k INT NOT NULL, nr INT NOT NULL, t VARCHAR(9), PRIMARY KEY (k, nr), CONSTRAINT ibb_3 FOREIGN KEY (k) REFERENCES ids_become_bigint__kid (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE ids_become_bigint AUTO_INCREMENT = 2;
ALTER TABLE ids_become_bigint__kid AUTO_INCREMENT = 3;
-- [before]
INSERT INTO ids_become_bigint VALUES (1, NULL, 'a'), (2, 1, 'b');
INSERT INTO ids_become_bigint__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
INSERT INTO ids_become_bigint__toy VALUES (1, 1, 't11'), (2, 1, 't21');
-- [stream]
-- step: end dpu-service
INSERT INTO ids_become_bigint__toy VALUES (1, 2, 't12');
ALTER TABLE ids_become_bigint__toy DROP FOREIGN KEY ibb_3;
ALTER TABLE ids_become_bigint__toy MODIFY k BIGINT UNSIGNED NOT NULL;
INSERT INTO ids_become_bigint__toy VALUES (2, 2, 't22');
ALTER TABLE ids_become_bigint__kid MODIFY id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT;
ALTER TABLE ids_become_bigint__toy ADD CONSTRAINT ibb_4 FOREIGN KEY (k) REFERENCES ids_become_bigint__kid (id) ON DELETE CASCADE;
ALTER TABLE ids_become_bigint__kid DROP FOREIGN KEY ibb_2, MODIFY p BIGINT UNSIGNED;
ALTER TABLE ids_become_bigint DROP FOREIGN KEY ibb_1;
ALTER TABLE ids_become_bigint MODIFY id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, MODIFY up BIGINT UNSIGNED;
ALTER TABLE ids_become_bigint ADD CONSTRAINT ibb_1 FOREIGN KEY (up) REFERENCES ids_become_bigint (id);
ALTER TABLE ids_become_bigint__kid ADD CONSTRAINT ibb_2 FOREIGN KEY (p) REFERENCES ids_become_bigint (id) ON DELETE CASCADE;
INSERT INTO ids_become_bigint VALUES (18446744073709551000, 1, 'big');
INSERT INTO ids_become_bigint__kid VALUES (9223372036854775808, 18446744073709551000, 'kb');
INSERT INTO ids_become_bigint__toy VALUES (9223372036854775808, 1, 'tb');
UPDATE ids_become_bigint SET up = 18446744073709551000 WHERE id = 2;
UPDATE ids_become_bigint__kid SET p = 18446744073709551000 WHERE id = 1;
DELETE FROM ids_become_bigint__kid WHERE id = 2;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT i.v, u.v FROM ids_become_bigint i LEFT JOIN ids_become_bigint u ON u.id = i.up ORDER BY i.v
a|null
b|big
big|a
SELECT k.w, i.v, t.t FROM ids_become_bigint__kid k LEFT JOIN ids_become_bigint i ON i.id = k.p LEFT JOIN ids_become_bigint__toy t ON t.k = k.id ORDER BY k.w, t.t
k1|big|t11
k1|big|t12
kb|big|tb
