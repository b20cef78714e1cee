-- Two tables whose keys are moved by numbers of their own change names in one statement, and others refer to one of them, behind
-- Use: nobody has thought of the pipeline file.
-- Expected: a halt for its rows, and one for those that refer to it; what the texts say leads on.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
offsets_by_name__owner: { identity: { offset: 100 } }
offsets_by_name__next: { identity: { offset: 200 } }
-- [both]
CREATE TABLE offsets_by_name__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE offsets_by_name__next (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE offsets_by_name__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT offsets_by_name_fk FOREIGN KEY (o) REFERENCES offsets_by_name__owner (id));
-- [before]
INSERT INTO offsets_by_name__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO offsets_by_name__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
-- step: end dpu-service
RENAME TABLE offsets_by_name__owner TO offsets_by_name__last, offsets_by_name__next TO offsets_by_name__owner;
INSERT INTO offsets_by_name__last VALUES (4, 'd');
INSERT INTO offsets_by_name__kid VALUES (3, 4, 'k3');
-- step: start dpu-service
-- step: halted schema-change-refused: on target: DELETE /*+ SET_VAR(foreign_key_checks=0) */ FROM offsets_by_name__owner
-- step: halted schema-change-refused: on target: DELETE FROM offsets_by_name__kid
-- step: await applied
-- step: dismiss dead letters
-- step: read again: offsets_by_name__last
-- step: read again: offsets_by_name__kid
-- [comparison]
-- [rows]
SELECT k.w, h.n FROM offsets_by_name__kid k LEFT JOIN offsets_by_name__last h ON h.id = k.o ORDER BY k.w
k1|a
k2|b
k3|d
SELECT n FROM offsets_by_name__last ORDER BY n
a
b
c
d
