-- A parent gets the name of a table that is not captured
-- Use: a table is put aside, and the pipeline file skips it.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
renamed_to_skipped__attic: { skip: true }
-- [both]
CREATE TABLE renamed_to_skipped__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE renamed_to_skipped__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT cts_fk FOREIGN KEY (o) REFERENCES renamed_to_skipped__owner (id));
-- [target]
ALTER TABLE renamed_to_skipped__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO renamed_to_skipped__owner VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO renamed_to_skipped__pet VALUES (1, 1, 'p1'), (2, 2, 'p2');
-- [stream]
RENAME TABLE renamed_to_skipped__owner TO renamed_to_skipped__attic;
INSERT INTO renamed_to_skipped__pet VALUES (3, 3, 'p3');
-- step: halted schema-change-refused: on target: UPDATE renamed_to_skipped__pet SET o = NULL
-- step: await applied
-- step: dismiss dead letters
-- step: read again: renamed_to_skipped__pet
UPDATE renamed_to_skipped__pet SET w = 'p1x' WHERE id = 1;
-- [rows]
SELECT p.w, p.o FROM renamed_to_skipped__pet p ORDER BY p.w
p1x|1
p2|2
p3|3
