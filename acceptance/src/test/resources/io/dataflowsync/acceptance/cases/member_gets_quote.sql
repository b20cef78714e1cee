-- A member of an ENUM gets a quote into its name, while a filter reads the column
-- Use: a state is called o'clock from now on.
-- Expected: a halt: the filter was asked about the former words.
-- Basis: the pipeline file, for the rows of the source.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
member_gets_quote: { filter: "state == 'o'" }
-- [both]
CREATE TABLE member_gets_quote (id INT PRIMARY KEY AUTO_INCREMENT, state ENUM('o') CHARACTER SET utf8mb4);
-- [before]
INSERT INTO member_gets_quote VALUES (1, 'o'), (2, 'o');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE member_gets_quote MODIFY state ENUM('o''clock') CHARACTER SET utf8mb4;
-- step: halted schema-change-refused: on target: DELETE FROM member_gets_quote
-- step: dismiss dead letters
-- step: read again: member_gets_quote
-- [comparison]
-- [rows]
SELECT COUNT(*) FROM member_gets_quote
0
