-- A column that the pipeline file has a rule for is dropped and comes back, without a default
-- Use: a column gets another type by DROP and ADD, in one statement or in two; the file says what the target gets for NULL, or a constant instead of the value.
-- Expected: a halt at the ADD, since the rows that are there would have NULL where the file says otherwise; read again, what the file says. (Or the rows get that by themselves.)
-- Basis: the pipeline file: what a snapshot makes of the same rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
added_under_rule: { columns: { country: { default: NL } } }
added_under_rule__fixed: { columns: { note: { constant: hidden } } }
-- [both]
CREATE TABLE added_under_rule (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), country CHAR(2));
CREATE TABLE added_under_rule__fixed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), note VARCHAR(9));
-- [target]
ALTER TABLE added_under_rule AUTO_INCREMENT = 1001;
ALTER TABLE added_under_rule__fixed AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO added_under_rule VALUES (1, 'a', 'DE'), (2, 'b', NULL);
INSERT INTO added_under_rule__fixed VALUES (1, 'a', 'x'), (2, 'b', NULL);
-- [stream]
ALTER TABLE added_under_rule DROP COLUMN country;
ALTER TABLE added_under_rule ADD COLUMN country VARCHAR(3);
INSERT INTO added_under_rule VALUES (3, 'c', NULL);
-- step: halted schema-change-refused: on target: DELETE FROM added_under_rule
-- step: await applied
-- step: dismiss dead letters
-- step: read again: added_under_rule
ALTER TABLE added_under_rule__fixed DROP COLUMN note, ADD COLUMN note VARCHAR(20);
INSERT INTO added_under_rule__fixed VALUES (3, 'c', 'y');
-- step: halted schema-change-refused: on target: DELETE FROM added_under_rule__fixed
-- step: await applied
-- step: dismiss dead letters
-- step: read again: added_under_rule__fixed
-- [rows]
SELECT v, country FROM added_under_rule ORDER BY v
a|NL
b|NL
c|NL
SELECT v, note FROM added_under_rule__fixed ORDER BY v
a|hidden
b|hidden
c|hidden
