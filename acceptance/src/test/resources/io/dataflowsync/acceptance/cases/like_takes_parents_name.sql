-- A copy by LIKE of a child takes the name of the parent, and has a key of letters
-- Use: a table is rebuilt out of another one, and put in the place of a third.
-- Expected: a halt where a column refers by name to a table that has no numbers; what the pipeline file says leads on.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
like_takes_parents_name: { skip: false }
-- [both]
CREATE TABLE like_takes_parents_name (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE like_takes_parents_name__kid (code VARCHAR(9) PRIMARY KEY, p INT, CONSTRAINT ltpn_fk FOREIGN KEY (p) REFERENCES like_takes_parents_name (id));
-- [target]
ALTER TABLE like_takes_parents_name AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO like_takes_parents_name VALUES (1, 'one'), (2, 'two');
INSERT INTO like_takes_parents_name__kid VALUES ('k1', 1);
-- [stream]
-- step: await applied
CREATE TABLE like_takes_parents_name__new LIKE like_takes_parents_name__kid;
INSERT INTO like_takes_parents_name__new VALUES ('k2', 2);
RENAME TABLE like_takes_parents_name TO like_takes_parents_name__old, like_takes_parents_name__new TO like_takes_parents_name;
INSERT INTO like_takes_parents_name VALUES ('k3', 1);
-- step: halted reference-unclear: pipeline file: like_takes_parents_name: { references: { p: like_takes_parents_name__old } }
INSERT INTO like_takes_parents_name__kid VALUES ('k4', 2);
DELETE FROM like_takes_parents_name WHERE code = 'k2';
-- [comparison]
-- [rows]
SELECT k.code, p.v FROM like_takes_parents_name k LEFT JOIN like_takes_parents_name__old p ON p.id = k.p ORDER BY k.code
k3|one
SELECT k.code, p.v FROM like_takes_parents_name__kid k LEFT JOIN like_takes_parents_name__old p ON p.id = k.p ORDER BY k.code
k1|one
k4|two
