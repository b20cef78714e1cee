-- A FLOAT becomes a DOUBLE, and is a DOUBLE on the target already
-- Use: the target was modernised first. The source follows: its values get the digits that a FLOAT has in a DOUBLE.
-- Expected: a halt: the target has the shortest number that is this FLOAT, and the source has another one from here on. Read again, the source's rows.
-- Basis: by reasoning: 0.1 of a FLOAT is 0.10000000149011612.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE unlike_float_widened (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), f FLOAT, g FLOAT);
-- [target]
CREATE TABLE unlike_float_widened (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), f DOUBLE, g DOUBLE) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO unlike_float_widened VALUES (1, 'a', 0.1, 0.1), (2, 'b', 16777.217, 0.5);
-- [stream]
ALTER TABLE unlike_float_widened MODIFY f DOUBLE, MODIFY g DECIMAL(20,15);
-- step: halted schema-change-refused: on target: DELETE FROM unlike_float_widened
-- step: await applied
-- step: dismiss dead letters
-- step: read again: unlike_float_widened
INSERT INTO unlike_float_widened VALUES (3, 'c', 0.25, 0.25);
-- [rows]
SELECT v, CAST(f AS CHAR), g FROM unlike_float_widened ORDER BY v
a|0.10000000149011612|0.100000001490116
b|16777.216796875|0.500000000000000
c|0.25|0.250000000000000
