-- A table whose keys stay as they are gets a name for which the pipeline file does not say so, and others refer to it
-- Use: nobody has thought of the pipeline file.
-- Expected: a halt for its rows, and one for those that refer to it; what the texts say leads on.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
kept_by_name__owner: { identity: keep }
-- [both]
CREATE TABLE kept_by_name__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE kept_by_name__kid (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT kept_by_name_fk FOREIGN KEY (o) REFERENCES kept_by_name__owner (id));
-- [target]
ALTER TABLE kept_by_name__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO kept_by_name__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO kept_by_name__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
RENAME TABLE kept_by_name__owner TO kept_by_name__holder;
INSERT INTO kept_by_name__holder VALUES (4, 'd');
INSERT INTO kept_by_name__kid VALUES (3, 4, 'k3');
-- step: halted schema-change-refused: on target: UPDATE kept_by_name__kid SET o = NULL
-- step: halted schema-change-refused: on target: DELETE FROM kept_by_name__owner
-- step: await applied
-- step: read again: kept_by_name__holder
-- step: read again: kept_by_name__kid
-- [comparison]
-- [rows]
SELECT k.w, h.n FROM kept_by_name__kid k LEFT JOIN kept_by_name__holder h ON h.id = k.o ORDER BY k.w
k1|a
k2|b
k3|d
SELECT n FROM kept_by_name__holder ORDER BY n
a
b
c
d
