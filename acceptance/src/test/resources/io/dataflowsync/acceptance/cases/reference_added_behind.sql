-- A column becomes a reference while rows from before wait
-- Use: a column held numbers of its own; it is emptied, and then gets a foreign key.
-- Expected: rows from before the statement keep their plain numbers until they are emptied; rows after it refer to the new keys.
-- Basis: by reasoning.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_added_behind__owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE reference_added_behind__pet (id INT PRIMARY KEY AUTO_INCREMENT, who INT, kept INT, n VARCHAR(9));
-- [target]
ALTER TABLE reference_added_behind__owner AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO reference_added_behind__owner VALUES (1, 'a'), (2, 'b');
INSERT INTO reference_added_behind__pet VALUES (1, 7, 1, 'p1');
-- [stream]
-- step: end dpu-service
INSERT INTO reference_added_behind__pet VALUES (2, 2, 2, 'p2');
UPDATE reference_added_behind__pet SET who = NULL;
ALTER TABLE reference_added_behind__pet ADD CONSTRAINT added_behind_fk FOREIGN KEY (who) REFERENCES reference_added_behind__owner (id);
UPDATE reference_added_behind__pet SET who = 2 WHERE id = 1;
INSERT INTO reference_added_behind__pet VALUES (3, 1, 3, 'p3');
-- step: start dpu-service
INSERT INTO reference_added_behind__owner VALUES (3, 'c');
-- [comparison]
-- [rows]
SELECT p.n, p.kept, o.n FROM reference_added_behind__pet p LEFT JOIN reference_added_behind__owner o ON o.id = p.who ORDER BY p.n
p1|1|b
p2|2|null
p3|3|a
