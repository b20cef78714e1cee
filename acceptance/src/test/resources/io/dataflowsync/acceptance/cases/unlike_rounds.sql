-- A number becomes an INT, and is of another kind on the target: a DECIMAL here and a DOUBLE there, a DOUBLE here and a text there
-- Use: amounts are rounded to whole ones. Half of one is rounded up in a DECIMAL and in a text, and to the even one in a DOUBLE.
-- Expected: a halt: the target's column is of another type, of which the statement makes other values. Read again, the source's rows.
-- Basis: by reasoning: 2.5 of a DECIMAL is 3, of a DOUBLE 2 (rint), of a text 3.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE unlike_rounds (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n DECIMAL(6,1));
CREATE TABLE unlike_rounds__text (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n DOUBLE);
-- [target]
CREATE TABLE unlike_rounds (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n DOUBLE) AUTO_INCREMENT = 1001;
CREATE TABLE unlike_rounds__text (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n VARCHAR(30)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO unlike_rounds VALUES (1, 'a', 2.5), (2, 'b', 4.5), (3, 'c', 5.5);
INSERT INTO unlike_rounds__text VALUES (1, 'a', 2.5), (2, 'b', 4.5), (3, 'c', 5.5);
-- [stream]
ALTER TABLE unlike_rounds MODIFY n INT;
-- step: halted schema-change-refused: on target: DELETE FROM unlike_rounds
-- step: await applied
-- step: dismiss dead letters
-- step: read again: unlike_rounds
SET SESSION sql_mode = '';
ALTER TABLE unlike_rounds__text MODIFY n INT;
-- step: halted schema-change-refused: on target: DELETE FROM unlike_rounds__text
-- step: await applied
-- step: dismiss dead letters
-- step: read again: unlike_rounds__text
-- [rows]
SELECT v, n FROM unlike_rounds ORDER BY v
a|3
b|5
c|6
SELECT v, n FROM unlike_rounds__text ORDER BY v
a|2
b|4
c|6
