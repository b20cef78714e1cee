-- A foreign key to values that several rows have, two tables up, behind
-- Use: a key that only groups rows, which InnoDB lets others refer to.
-- Expected: the target's rows are those that InnoDB leaves on the source.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_to_repeated_value (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE reference_to_repeated_value__part (id INT PRIMARY KEY AUTO_INCREMENT, p INT, batch VARCHAR(9), KEY (batch), CONSTRAINT part_of_parent FOREIGN KEY (p) REFERENCES reference_to_repeated_value (id) ON DELETE CASCADE);
CREATE TABLE reference_to_repeated_value__mark (id INT PRIMARY KEY AUTO_INCREMENT, batch VARCHAR(9), w VARCHAR(9), CONSTRAINT mark_of_batch FOREIGN KEY (batch) REFERENCES reference_to_repeated_value__part (batch) ON DELETE CASCADE);
-- [target]
ALTER TABLE reference_to_repeated_value AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO reference_to_repeated_value VALUES (1, 'p1'), (2, 'p2'), (3, 'p3');
INSERT INTO reference_to_repeated_value__part VALUES (1, 1, 'x'), (2, 2, 'x'), (3, 2, 'y');
INSERT INTO reference_to_repeated_value__mark VALUES (1, 'x', 'm1'), (2, 'y', 'm2');
-- [stream]
-- step: end dpu-service
INSERT INTO reference_to_repeated_value__mark VALUES (3, 'y', 'm3');
UPDATE reference_to_repeated_value SET v = 'p1b' WHERE id = 1;
INSERT INTO reference_to_repeated_value__part VALUES (9, 1, 'z');
DELETE FROM reference_to_repeated_value WHERE id = 1;
INSERT INTO reference_to_repeated_value__mark VALUES (4, 'x', 'm4');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT w, batch FROM reference_to_repeated_value__mark ORDER BY w
m2|y
m3|y
m4|x
