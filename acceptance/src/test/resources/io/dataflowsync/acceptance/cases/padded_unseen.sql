-- A CHAR becomes a VARCHAR in a session with PAD_CHAR_TO_FULL_LENGTH; the target has a VARCHAR from the start
-- Use: the target was modernised first.
-- Expected: a halt: the source's values get blanks in no event.
-- Basis: run on 5.7.22: 'a' becomes 'a    '.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE padded_unseen (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), c CHAR(5));
-- [target]
CREATE TABLE padded_unseen (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), c VARCHAR(5)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO padded_unseen VALUES (1, 'x', 'a'), (2, 'y', 'bb');
-- [stream]
SET SESSION sql_mode = 'PAD_CHAR_TO_FULL_LENGTH';
ALTER TABLE padded_unseen MODIFY c VARCHAR(5);
SET SESSION sql_mode = '';
INSERT INTO padded_unseen VALUES (3, 'z', 'cc');
-- step: halted schema-change-refused: on target: UPDATE padded_unseen SET c = RPAD(c, 5, ' ')
-- step: halted schema-change-refused: pass statement
-- [rows]
SELECT v, CONCAT(c, '.') FROM padded_unseen ORDER BY v
x|a    .
y|bb   .
z|cc.
