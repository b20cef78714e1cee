-- The source drops foreign keys with rules while schema changes are not carried; the target's go on to cascade
-- Use: a constraint is dropped in the source to keep the history of deleted owners; ddl is at its default, stop.
-- Expected: a halt before the first change that only the target takes further.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE rule_left_on_target (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE rule_left_on_target__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT rule_left_on_target_pet_fk FOREIGN KEY (o) REFERENCES rule_left_on_target (id) ON DELETE CASCADE);
CREATE TABLE rule_left_on_target__toy (id INT PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), CONSTRAINT rule_left_on_target_toy_fk FOREIGN KEY (o) REFERENCES rule_left_on_target (id) ON DELETE SET NULL);
-- [target]
ALTER TABLE rule_left_on_target AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO rule_left_on_target VALUES (1, 'a'), (2, 'b');
INSERT INTO rule_left_on_target__pet VALUES (1, 1, 'p1'), (2, 2, 'p2');
INSERT INTO rule_left_on_target__toy VALUES (1, 1, 't1'), (2, 2, 't2');
-- [stream]
ALTER TABLE rule_left_on_target__pet DROP FOREIGN KEY rule_left_on_target_pet_fk;
ALTER TABLE rule_left_on_target__toy DROP FOREIGN KEY rule_left_on_target_toy_fk;
DELETE FROM rule_left_on_target WHERE id = 1;
-- step: halted target-rule: on target: ALTER TABLE rule_left_on_target__pet DROP FOREIGN KEY rule_left_on_target_pet_fk
-- step: halted target-rule: on target: ALTER TABLE rule_left_on_target__toy DROP FOREIGN KEY rule_left_on_target_toy_fk
INSERT INTO rule_left_on_target VALUES (1, 'a again');
-- [rows]
SELECT p.w, o.n FROM rule_left_on_target__pet p LEFT JOIN rule_left_on_target o ON o.id = p.o ORDER BY p.w
p1|a again
p2|b
SELECT t.w, o.n FROM rule_left_on_target__toy t LEFT JOIN rule_left_on_target o ON o.id = t.o ORDER BY t.w
t1|a again
t2|b
