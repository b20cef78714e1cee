-- The target lacks the foreign keys by which the source deletes, empties and changes rows
-- Use: a target whose tables were made without constraints.
-- Expected: a halt at the first change that takes others along, until the target has the foreign key; then the source's rows.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
rules_of_the_target__kind: { identity: keep }
-- [source]
CREATE TABLE rules_of_the_target (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL UNIQUE, v VARCHAR(9));
CREATE TABLE rules_of_the_target__kind (id INT PRIMARY KEY, v VARCHAR(9));
CREATE TABLE rules_of_the_target__line (id INT PRIMARY KEY AUTO_INCREMENT, p INT, code VARCHAR(9), kind INT, w VARCHAR(9), CONSTRAINT rules_p_fk FOREIGN KEY (p) REFERENCES rules_of_the_target (id) ON DELETE CASCADE ON UPDATE CASCADE, CONSTRAINT rules_code_fk FOREIGN KEY (code) REFERENCES rules_of_the_target (code) ON DELETE SET NULL ON UPDATE CASCADE, CONSTRAINT rules_kind_fk FOREIGN KEY (kind) REFERENCES rules_of_the_target__kind (id) ON UPDATE CASCADE);
-- [target]
CREATE TABLE rules_of_the_target (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) NOT NULL UNIQUE, v VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE rules_of_the_target__kind (id INT PRIMARY KEY, v VARCHAR(9));
CREATE TABLE rules_of_the_target__line (id INT PRIMARY KEY AUTO_INCREMENT, p INT, code VARCHAR(9), kind INT, w VARCHAR(9));
-- [before]
INSERT INTO rules_of_the_target VALUES (1, 'a', 'one'), (2, 'b', 'two'), (3, 'c', 'three');
INSERT INTO rules_of_the_target__kind VALUES (1, 'k1'), (2, 'k2');
INSERT INTO rules_of_the_target__line VALUES (1, 1, 'a', 1, 'l1'), (2, 2, 'b', 2, 'l2'), (3, 2, 'c', 2, 'l3');
-- [stream]
UPDATE rules_of_the_target SET v = 'one!' WHERE id = 1;
UPDATE rules_of_the_target SET id = 9 WHERE id = 1;
DELETE FROM rules_of_the_target WHERE id = 3;
-- step: halted target-rule: on target: ALTER TABLE rules_of_the_target__line ADD FOREIGN KEY (p) REFERENCES rules_of_the_target (id) ON DELETE CASCADE ON UPDATE CASCADE
-- step: halted target-rule: on target: ALTER TABLE rules_of_the_target__line ADD FOREIGN KEY (code) REFERENCES rules_of_the_target (code) ON DELETE SET NULL ON UPDATE CASCADE
-- step: await applied
UPDATE rules_of_the_target__kind SET id = 7 WHERE id = 2;
-- step: halted target-rule: on target: ALTER TABLE rules_of_the_target__line ADD FOREIGN KEY (kind) REFERENCES rules_of_the_target__kind (id) ON UPDATE CASCADE
UPDATE rules_of_the_target SET code = 'bb' WHERE id = 2;
-- [comparison]
-- [rows]
SELECT l.w, l.code, l.kind, p.v FROM rules_of_the_target__line l LEFT JOIN rules_of_the_target p ON p.id = l.p ORDER BY l.w
l1|a|1|one!
l2|bb|7|two
l3|null|7|two
