-- A day and a time become numbers, and are texts on the target, in a session that is not strict
-- Use: an application that never heard of strict mode wants days as numbers, 20200102.
-- Expected: a halt: of a text the target reads the first digits alone. Read again, the source's rows.
-- Basis: by reasoning: a DATE is the number 20200102, the text of it is 2020 to an INT.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE unlike_day_as_number (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), d DATE, t TIME);
-- [target]
CREATE TABLE unlike_day_as_number (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), d VARCHAR(20), t VARCHAR(20)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO unlike_day_as_number VALUES (1, 'a', '2020-01-02', '10:11:12');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE unlike_day_as_number MODIFY d INT, MODIFY t INT;
-- step: halted schema-change-refused: on target: DELETE FROM unlike_day_as_number
-- step: await applied
-- step: dismiss dead letters
-- step: read again: unlike_day_as_number
INSERT INTO unlike_day_as_number VALUES (2, 'b', 20210102, 111213);
-- [rows]
SELECT v, d, t FROM unlike_day_as_number ORDER BY v
a|20200102|101112
b|20210102|111213
