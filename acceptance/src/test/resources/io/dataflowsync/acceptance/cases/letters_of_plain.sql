-- A row is a dead letter when its plain column becomes a reference
-- Use: somebody adds a missing constraint before the dead letters of the week are dealt with.
-- Expected: a halt until the letter is applied, as it was meant; then one for the values that the column has.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE letters_of_plain__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE letters_of_plain__pet (id INT PRIMARY KEY AUTO_INCREMENT, who INT, n VARCHAR(9));
-- [target]
ALTER TABLE letters_of_plain__owner AUTO_INCREMENT = 2;
ALTER TABLE letters_of_plain__pet ADD UNIQUE KEY (n), AUTO_INCREMENT = 1001;
INSERT INTO letters_of_plain__pet (id, n) VALUES (9, 'x');
-- [before]
INSERT INTO letters_of_plain__owner VALUES (1, 'owner 1'), (2, 'owner 2');
-- [stream]
INSERT INTO letters_of_plain__pet VALUES (1, 2, 'x');
ALTER TABLE letters_of_plain__pet ADD CONSTRAINT hlp_fk FOREIGN KEY (who) REFERENCES letters_of_plain__owner (id);
-- step: halted letters-first: on target: DELETE FROM letters_of_plain__pet WHERE id = 9
-- step: replay dead letters
-- step: halted schema-change-refused: on target: UPDATE letters_of_plain__pet SET who = NULL
-- step: read again: letters_of_plain__pet
INSERT INTO letters_of_plain__pet VALUES (2, 1, 'y');
-- [comparison]
-- [rows]
SELECT p.n, o.n FROM letters_of_plain__pet p LEFT JOIN letters_of_plain__owner o ON o.id = p.who ORDER BY p.n
x|owner 2
y|owner 1
