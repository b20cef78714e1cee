-- A child is copied into a table LIKE it, takes its place, and gets its foreign key again
-- Expected: the copy's columns mean what those of the table mean.
-- Basis: run on 5.7.22.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE copied_child (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE copied_child__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT hzc_old FOREIGN KEY (p) REFERENCES copied_child (id));
-- [target]
ALTER TABLE copied_child AUTO_INCREMENT = 2;
-- [before]
INSERT INTO copied_child VALUES (1, 'one'), (2, 'two');
INSERT INTO copied_child__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
-- step: end dpu-service
CREATE TABLE copied_child__kid_new LIKE copied_child__kid;
ALTER TABLE copied_child__kid_new MODIFY w VARCHAR(20);
INSERT INTO copied_child__kid_new SELECT * FROM copied_child__kid;
RENAME TABLE copied_child__kid TO copied_child__kid_old, copied_child__kid_new TO copied_child__kid;
ALTER TABLE copied_child__kid ADD CONSTRAINT hzc_new FOREIGN KEY (p) REFERENCES copied_child (id);
INSERT INTO copied_child__kid VALUES (3, 1, 'k3');
DROP TABLE copied_child__kid_old;
-- step: start dpu-service
INSERT INTO copied_child__kid VALUES (4, 2, 'k4');
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM copied_child__kid k LEFT JOIN copied_child p ON p.id = k.p ORDER BY k.w
k1|one
k2|two
k3|one
k4|two
