-- A column has foreign keys to two tables: the one hands a changed code on, the other one deletes along
-- Use: a part has its code from the catalogue (ON UPDATE CASCADE) and goes when the supplier's list drops that code (ON DELETE CASCADE).
-- Expected: the part has the new code when the old one is dropped from the list, so it stays.
-- Basis: the source's rows.
-- Settings: none
-- [both]
CREATE TABLE code_of_two_parents (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, UNIQUE KEY (code));
CREATE TABLE code_of_two_parents__list (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL, UNIQUE KEY (code));
CREATE TABLE code_of_two_parents__part (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT part_has_code_fk FOREIGN KEY (code) REFERENCES code_of_two_parents (code) ON UPDATE CASCADE, CONSTRAINT part_on_list_fk FOREIGN KEY (code) REFERENCES code_of_two_parents__list (code) ON DELETE CASCADE);
-- [target]
ALTER TABLE code_of_two_parents AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO code_of_two_parents VALUES (1, 'a'), (2, 'c');
INSERT INTO code_of_two_parents__list VALUES (1, 'a'), (2, 'b'), (3, 'c'), (9, 'z');
INSERT INTO code_of_two_parents__part VALUES (1, 'a', 'p1'), (2, 'c', 'p2');
-- [stream]
-- step: end dpu-service
BEGIN;
DELETE FROM code_of_two_parents__list WHERE code = 'z';
UPDATE code_of_two_parents SET code = 'b' WHERE code = 'a';
DELETE FROM code_of_two_parents__list WHERE code = 'a';
COMMIT;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT w, code FROM code_of_two_parents__part ORDER BY w
p1|b
p2|c
