-- A foreign key of several columns of which one is a reference itself
-- Use: every tenant or warehouse schema.
-- Expected: the rows below, and no difference in the comparison.
-- Basis: run.
-- Settings: none
-- [both]
CREATE TABLE reference_of_two_columns__depot (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_of_two_columns__bay (depot_id INT, nr INT, PRIMARY KEY (depot_id, nr), FOREIGN KEY (depot_id) REFERENCES reference_of_two_columns__depot (id));
CREATE TABLE reference_of_two_columns__box (id INT PRIMARY KEY AUTO_INCREMENT, depot_id INT, bay_nr INT, FOREIGN KEY (depot_id, bay_nr) REFERENCES reference_of_two_columns__bay (depot_id, nr));
-- [target]
ALTER TABLE reference_of_two_columns__depot AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO reference_of_two_columns__depot VALUES (1, 'a'), (2, 'b');
INSERT INTO reference_of_two_columns__bay VALUES (1, 1), (2, 1), (2, 2);
-- [stream]
INSERT INTO reference_of_two_columns__box VALUES (1, 1, 1), (2, 2, 1), (3, 2, 2);
-- [comparison]
-- [rows]
SELECT d.n, b.bay_nr FROM reference_of_two_columns__box b JOIN reference_of_two_columns__depot d ON d.id = b.depot_id ORDER BY d.n, b.bay_nr
a|1
b|1
b|2
