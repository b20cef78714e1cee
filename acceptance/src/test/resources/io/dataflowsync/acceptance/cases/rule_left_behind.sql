-- A column with a map or a mask gets another name, and the rule stays behind
-- Use: a column is renamed, and nobody has thought of the pipeline file; it has no rule for the new name.
-- Expected: a halt at the statement: rows of before have what the rule made of them. Read again, what the file says of the new name.
-- Basis: the pipeline file.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
rule_left_behind: { columns: { tier: { map: { A: gold, B: silver } } } }
rule_left_behind__mask: { columns: { phone: { mask: { truncate: 2 } } } }
-- [both]
CREATE TABLE rule_left_behind (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), tier VARCHAR(9));
CREATE TABLE rule_left_behind__mask (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), phone VARCHAR(20));
-- [before]
INSERT INTO rule_left_behind VALUES (1, 'a', 'A'), (2, 'b', 'B');
INSERT INTO rule_left_behind__mask VALUES (1, 'a', '0123456'), (2, 'b', '0987654');
-- [stream]
ALTER TABLE rule_left_behind CHANGE tier level VARCHAR(9);
INSERT INTO rule_left_behind VALUES (3, 'c', 'A');
-- step: halted schema-change-refused: on target: DELETE FROM rule_left_behind
-- step: dismiss dead letters
-- step: read again: rule_left_behind
-- step: pipeline file: rule_left_behind: { identity: allocate }
ALTER TABLE rule_left_behind__mask CHANGE phone mobile VARCHAR(20);
-- step: halted schema-change-refused: pipeline file: rule_left_behind__mask: { columns: { mobile: { mask: { truncate: 2 } } } }
INSERT INTO rule_left_behind__mask VALUES (3, 'c', '0555555');
-- step: on target: DELETE FROM rule_left_behind__mask
-- step: dismiss dead letters
-- step: read again: rule_left_behind__mask
-- [comparison]
-- [rows]
SELECT v, level FROM rule_left_behind ORDER BY v
a|A
b|B
c|A
SELECT v, mobile FROM rule_left_behind__mask ORDER BY v
a|01
b|09
c|05
