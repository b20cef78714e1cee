-- Numbers become a YEAR, an ENUM and bits, and are texts on the target
-- Use: the target's table has texts; the source's columns get their types at last.
-- Expected: halts: 0 is the year 0000 and the text of it the year 2000, the number 2 is the second member and the text of it the member 2, and a text is taken for its bytes. The source's rows.
-- Basis: by reasoning, by what a number and a text are to these types.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE unlike_number_words__year (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n INT);
CREATE TABLE unlike_number_words__member (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n INT);
CREATE TABLE unlike_number_words__bit (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n INT);
-- [target]
CREATE TABLE unlike_number_words__year (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n VARCHAR(12)) AUTO_INCREMENT = 1001;
CREATE TABLE unlike_number_words__member (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n VARCHAR(12)) AUTO_INCREMENT = 2001;
CREATE TABLE unlike_number_words__bit (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), n VARCHAR(12)) AUTO_INCREMENT = 3001;
-- [before]
INSERT INTO unlike_number_words__year VALUES (1, 'a', 0), (2, 'b', 1999);
INSERT INTO unlike_number_words__member VALUES (1, 'a', 1), (2, 'b', 2), (3, 'c', 3);
INSERT INTO unlike_number_words__bit VALUES (1, 'a', 5), (2, 'b', 1);
-- [stream]
ALTER TABLE unlike_number_words__year MODIFY n YEAR;
-- step: halted schema-change-refused: on target: DELETE FROM unlike_number_words__year
-- step: await applied
-- step: dismiss dead letters
-- step: read again: unlike_number_words__year
ALTER TABLE unlike_number_words__member MODIFY n ENUM('2', '3', '1');
-- step: halted schema-change-refused: on target: DELETE FROM unlike_number_words__member
-- step: await applied
-- step: dismiss dead letters
-- step: read again: unlike_number_words__member
ALTER TABLE unlike_number_words__bit MODIFY n BIT(8);
-- step: halted schema-change-refused: on target: DELETE FROM unlike_number_words__bit
-- step: await applied
-- step: dismiss dead letters
-- step: read again: unlike_number_words__bit
-- [rows]
SELECT v, n + 0 FROM unlike_number_words__year ORDER BY v
a|0
b|1999
SELECT v, CAST(n AS CHAR) FROM unlike_number_words__member ORDER BY v
a|1
b|2
c|3
SELECT v, n + 0 FROM unlike_number_words__bit ORDER BY v
a|5
b|1
