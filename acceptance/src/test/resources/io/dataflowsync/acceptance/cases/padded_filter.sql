-- A CHAR becomes a VARCHAR in a session with PAD_CHAR_TO_FULL_LENGTH; a filter and an expression read it
-- Use: an application ported from another database, where a CHAR has its blanks.
-- Expected: a halt: the source's values get blanks in no event, and the filter's rows are others.
-- Basis: run on 5.7.22: 'a' becomes 'a    '.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
padded_filter: { filter: "c == 'a'", columns: { label: { expression: "concat(c, '!')" } } }
-- [source]
CREATE TABLE padded_filter (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), c CHAR(5));
-- [target]
CREATE TABLE padded_filter (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), c CHAR(5), label VARCHAR(9)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO padded_filter VALUES (1, 'x', 'a'), (2, 'y', 'bb');
-- [stream]
SET SESSION sql_mode = 'PAD_CHAR_TO_FULL_LENGTH';
ALTER TABLE padded_filter MODIFY c VARCHAR(5);
SET SESSION sql_mode = '';
INSERT INTO padded_filter VALUES (3, 'z', 'a');
UPDATE padded_filter SET v = 'xx' WHERE id = 1;
-- step: halted schema-change-refused: on target: DELETE FROM padded_filter
-- step: await applied
-- step: dismiss dead letters
-- [rows]
SELECT v, label FROM padded_filter ORDER BY v
z|a!
