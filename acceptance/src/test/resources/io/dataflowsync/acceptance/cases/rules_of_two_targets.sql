-- Rows go to two tables, of which the first alone has the foreign key by which the source deletes, empties and changes them
-- Use: names and addresses are parted on the target; the second table was made without constraints.
-- Expected: a halt (target-rule) at the first change that takes others along, until the second has the foreign key, too; then the source's rows.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
rules_of_two_targets__kid: { targets: [{ target: rules_of_two_targets__kid_a, include: [p, code, n] }, { target: rules_of_two_targets__kid_b, include: [p, code, town] }] }
-- [source]
CREATE TABLE rules_of_two_targets (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL UNIQUE, v VARCHAR(9));
CREATE TABLE rules_of_two_targets__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, code VARCHAR(9), n VARCHAR(9), town VARCHAR(9), CONSTRAINT rules_of_two_targets_p_fk FOREIGN KEY (p) REFERENCES rules_of_two_targets (id) ON DELETE CASCADE, CONSTRAINT rules_of_two_targets_code_fk FOREIGN KEY (code) REFERENCES rules_of_two_targets (code) ON DELETE SET NULL ON UPDATE CASCADE);
-- [target]
CREATE TABLE rules_of_two_targets (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL UNIQUE, v VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE rules_of_two_targets__kid_a (id INT PRIMARY KEY AUTO_INCREMENT, p INT, code VARCHAR(9), n VARCHAR(9), CONSTRAINT rules_of_two_targets_p_fk FOREIGN KEY (p) REFERENCES rules_of_two_targets (id) ON DELETE CASCADE, CONSTRAINT rules_of_two_targets_code_fk FOREIGN KEY (code) REFERENCES rules_of_two_targets (code) ON DELETE SET NULL ON UPDATE CASCADE);
CREATE TABLE rules_of_two_targets__kid_b (id INT PRIMARY KEY, p INT, code VARCHAR(9), town VARCHAR(9));
-- [before]
INSERT INTO rules_of_two_targets VALUES (1, 'a', 'one'), (2, 'b', 'two'), (3, 'c', 'three');
INSERT INTO rules_of_two_targets__kid VALUES (1, 1, 'b', 'Ada', 'London'), (2, 2, 'b', 'Bob', 'Leeds'), (3, 2, 'c', 'Eve', 'York');
-- [stream]
DELETE FROM rules_of_two_targets WHERE id = 1;
UPDATE rules_of_two_targets SET code = 'b2' WHERE id = 2;
DELETE FROM rules_of_two_targets WHERE id = 3;
-- step: halted target-rule: on target: ALTER TABLE rules_of_two_targets__kid_b ADD FOREIGN KEY (p) REFERENCES rules_of_two_targets (id) ON DELETE CASCADE, ADD FOREIGN KEY (code) REFERENCES rules_of_two_targets (code) ON DELETE SET NULL ON UPDATE CASCADE
-- [rows]
SELECT n, code FROM rules_of_two_targets__kid_a ORDER BY n
Bob|b2
Eve|null
SELECT town, code FROM rules_of_two_targets__kid_b ORDER BY town
Leeds|b2
York|null
