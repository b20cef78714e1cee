-- A column refers to two tables by two foreign keys, and the rows of both get new keys; the target has no foreign keys
-- Use: a document's number is that of the case and that of the file; the target is without constraints.
-- Expected: no number is right for both: a halt or a refusal, and no reference to a stranger.
-- Basis: by reasoning.
-- Settings: none
-- Pipeline: its own
-- [source]
CREATE TABLE two_parents_one_column__case (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE two_parents_one_column__file (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE two_parents_one_column (id INT PRIMARY KEY AUTO_INCREMENT, nr INT, w VARCHAR(9), CONSTRAINT tpo_1 FOREIGN KEY (nr) REFERENCES two_parents_one_column__case (id), CONSTRAINT tpo_2 FOREIGN KEY (nr) REFERENCES two_parents_one_column__file (id));
-- [target]
CREATE TABLE two_parents_one_column__case (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE two_parents_one_column__file (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9)) AUTO_INCREMENT = 2001;
CREATE TABLE two_parents_one_column (id INT PRIMARY KEY AUTO_INCREMENT, nr INT, w VARCHAR(9));
-- [before]
INSERT INTO two_parents_one_column__case VALUES (1, 'case 1'), (2, 'case 2');
INSERT INTO two_parents_one_column__file VALUES (1, 'file 1'), (2, 'file 2');
-- [stream]
INSERT INTO two_parents_one_column VALUES (1, 2, 'w');
-- [or said]
reference-unclear
-- [rows]
SELECT t.w, c.n, f.n FROM two_parents_one_column t LEFT JOIN two_parents_one_column__case c ON c.id = t.nr LEFT JOIN two_parents_one_column__file f ON f.id = t.nr
w|case 2|file 2
