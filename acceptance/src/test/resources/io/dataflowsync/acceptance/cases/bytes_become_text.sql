-- Bytes become a text without a character set in the statement: it is that of the table, which is another one on the target
-- Use: the source is latin1, the target was made in utf8mb4. Somebody makes a VARCHAR of a VARBINARY.
-- Expected: a halt: the same bytes are two letters here and one there. Read again, the source's texts.
-- Basis: by reasoning: C3 A9 is 'Ã©' in latin1, and 'é' in utf8mb4.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE bytes_become_text (id INT PRIMARY KEY AUTO_INCREMENT, k VARCHAR(9), b VARBINARY(20)) DEFAULT CHARSET latin1;
-- [target]
CREATE TABLE bytes_become_text (id INT PRIMARY KEY AUTO_INCREMENT, k VARCHAR(9), b VARBINARY(20)) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4;
-- [before]
INSERT INTO bytes_become_text VALUES (1, 'a', x'C3A9'), (2, 'b', 'plain');
-- [stream]
ALTER TABLE bytes_become_text MODIFY b VARCHAR(40);
-- step: halted schema-change-refused: on target: DELETE FROM bytes_become_text
-- step: await applied
-- step: dismiss dead letters
-- step: read again: bytes_become_text
INSERT INTO bytes_become_text VALUES (3, 'c', 'ü');
-- [rows]
SELECT k, HEX(CONVERT(b USING utf8mb4)) FROM bytes_become_text ORDER BY k
a|C383C2A9
b|706C61696E
c|C3BC
