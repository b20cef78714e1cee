-- The rule of a foreign key changes between deletes: it cascades, then empties, then neither, then cascades again, behind
-- Use: dependent: :destroy, then :nullify; each by DROP FOREIGN KEY and ADD CONSTRAINT under the same name.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE rule_changes_behind (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), v VARCHAR(9), UNIQUE KEY (code));
CREATE TABLE rule_changes_behind__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT rcb_p FOREIGN KEY (p) REFERENCES rule_changes_behind (id) ON DELETE CASCADE, CONSTRAINT rcb_code FOREIGN KEY (code) REFERENCES rule_changes_behind (code) ON UPDATE CASCADE ON DELETE SET NULL);
-- [target]
ALTER TABLE rule_changes_behind AUTO_INCREMENT = 2;
-- [before]
INSERT INTO rule_changes_behind VALUES (1, 'a', 'a'), (2, 'b', 'b'), (3, 'c', 'c'), (4, 'd', 'd'), (5, 'e', 'e');
INSERT INTO rule_changes_behind__kid VALUES (1, 1, 'a', 'k1'), (2, 2, 'b', 'k2'), (3, 3, 'c', 'k3'), (4, 4, 'd', 'k4'), (5, 5, 'a', 'k5');
-- [stream]
-- step: end dpu-service
DELETE FROM rule_changes_behind WHERE id = 1;
ALTER TABLE rule_changes_behind__kid DROP FOREIGN KEY rcb_p;
ALTER TABLE rule_changes_behind__kid ADD CONSTRAINT rcb_p FOREIGN KEY (p) REFERENCES rule_changes_behind (id) ON DELETE SET NULL;
INSERT INTO rule_changes_behind__kid VALUES (6, 2, 'c', 'k6');
UPDATE rule_changes_behind SET code = 'bb' WHERE id = 2;
DELETE FROM rule_changes_behind WHERE id = 2;
ALTER TABLE rule_changes_behind__kid DROP FOREIGN KEY rcb_code;
UPDATE rule_changes_behind SET code = 'cc' WHERE id = 3;
ALTER TABLE rule_changes_behind__kid DROP FOREIGN KEY rcb_p;
SET SESSION foreign_key_checks = 0;
DELETE FROM rule_changes_behind WHERE id = 4;
SET SESSION foreign_key_checks = 1;
INSERT INTO rule_changes_behind VALUES (4, 'd', 'd2');
ALTER TABLE rule_changes_behind__kid ADD CONSTRAINT rcb_p FOREIGN KEY (p) REFERENCES rule_changes_behind (id) ON DELETE CASCADE;
DELETE FROM rule_changes_behind WHERE id = 5;
-- step: start dpu-service
INSERT INTO rule_changes_behind__kid VALUES (7, 4, 'x', 'k7');
-- [comparison]
-- [rows]
SELECT k.w, p.v, k.code FROM rule_changes_behind__kid k LEFT JOIN rule_changes_behind p ON p.id = k.p ORDER BY k.w
k2|null|null
k3|c|c
k4|d2|d
k6|null|c
k7|d2|x
