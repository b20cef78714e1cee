-- An ENUM of digits gets another member at its end, and is a number on the target; a BIT gets a comment, and is a text on the target
-- Use: the target's table has numbers where the source has words of one digit; bits are printed there.
-- Expected: a halt: the target's numbers would be taken for the places of members, and the digits of a text for bits. The source's rows.
-- Basis: the source's rows; its statements change nothing in them.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE kept_member_of_number (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), e ENUM('3','2','1'));
CREATE TABLE kept_member_of_number__bit (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), b BIT(8));
-- [target]
CREATE TABLE kept_member_of_number (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), e TINYINT) AUTO_INCREMENT = 1001;
CREATE TABLE kept_member_of_number__bit (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), b VARCHAR(9)) AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO kept_member_of_number VALUES (1, 'a', '1'), (2, 'b', '2'), (3, 'c', '3');
INSERT INTO kept_member_of_number__bit VALUES (1, 'a', 5), (2, 'b', 1);
-- [stream]
ALTER TABLE kept_member_of_number MODIFY e ENUM('3','2','1','0');
-- step: halted schema-change-refused: on target: DELETE FROM kept_member_of_number
-- step: await applied
-- step: dismiss dead letters
-- step: read again: kept_member_of_number
ALTER TABLE kept_member_of_number__bit MODIFY b BIT(8) COMMENT 'flags';
-- step: halted schema-change-refused: on target: DELETE FROM kept_member_of_number__bit
-- step: await applied
-- step: dismiss dead letters
-- step: read again: kept_member_of_number__bit
-- [rows]
SELECT v, CAST(e AS CHAR) FROM kept_member_of_number ORDER BY v
a|1
b|2
c|3
SELECT v, b + 0 FROM kept_member_of_number__bit ORDER BY v
a|5
b|1
