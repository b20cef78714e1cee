-- CREATE LIKE and RENAME of a parent in one statement, rows copied, the reference led to the new one, behind
-- Expected: a halt where the reference is led to the new parent, whose rows have new keys of their own; what its text says leads on.
-- Basis: by reasoning.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE like_rotation (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE like_rotation__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT hlr_fk FOREIGN KEY (p) REFERENCES like_rotation (id));
-- [target]
ALTER TABLE like_rotation AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO like_rotation VALUES (1, 'one'), (2, 'two');
INSERT INTO like_rotation__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
-- step: end dpu-service
CREATE TABLE like_rotation__new LIKE like_rotation;
INSERT INTO like_rotation__new SELECT * FROM like_rotation ORDER BY id DESC;
RENAME TABLE like_rotation TO like_rotation__old, like_rotation__new TO like_rotation;
INSERT INTO like_rotation__kid VALUES (3, 2, 'k3');
UPDATE like_rotation SET v = CONCAT(v, ' n');
INSERT INTO like_rotation VALUES (3, 'three n');
ALTER TABLE like_rotation__kid DROP FOREIGN KEY hlr_fk;
ALTER TABLE like_rotation__kid ADD CONSTRAINT hlr_fk2 FOREIGN KEY (p) REFERENCES like_rotation (id);
INSERT INTO like_rotation__kid VALUES (4, 3, 'k4');
DROP TABLE like_rotation__old;
-- step: start dpu-service
-- step: halted schema-change-refused: on target: UPDATE like_rotation__kid SET p = NULL
-- step: read again: like_rotation__kid
INSERT INTO like_rotation__kid VALUES (5, 1, 'k5');
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM like_rotation__kid k LEFT JOIN like_rotation p ON p.id = k.p ORDER BY k.w
k1|one n
k2|two n
k3|two n
k4|three n
k5|one n
