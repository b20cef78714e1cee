-- A small number of the source becomes a larger one, and is an ENUM of digits on the target, or a SET
-- Use: the target has the words instead: level TINYINT there, ENUM('0','1','2','3') here. The source's column becomes an INT.
-- Expected: a halt: on the target the statement makes the places of the members of them. Read again, the source's rows.
-- Basis: the source's rows; its statement changes nothing in them.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE kept_number_of_member (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), level TINYINT, day TINYINT);
-- [target]
CREATE TABLE kept_number_of_member (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), level ENUM('0','1','2','3'), day SET('1','2','3','4','5')) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO kept_number_of_member VALUES (1, 'a', 1, 1), (2, 'b', 2, 3), (3, 'c', 0, 5);
-- [stream]
ALTER TABLE kept_number_of_member MODIFY level INT, MODIFY day INT;
-- step: halted schema-change-refused: on target: DELETE FROM kept_number_of_member
-- step: await applied
-- step: dismiss dead letters
-- step: read again: kept_number_of_member
INSERT INTO kept_number_of_member VALUES (4, 'd', 3, 2);
-- [rows]
SELECT v, level, day FROM kept_number_of_member ORDER BY v
a|1|1
b|2|3
c|0|5
d|3|2
