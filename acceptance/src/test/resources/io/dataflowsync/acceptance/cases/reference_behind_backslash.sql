-- A backslash ends a text of a session without escapes; to InnoDB of 5.7 the text goes on over a foreign key
-- Use: NO_BACKSLASH_ESCAPES and a path in a comment.
-- Expected: the target has no foreign key where the source has none.
-- Basis: run on 5.7.22: information_schema has no foreign key.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE reference_behind_backslash (id INT PRIMARY KEY, v VARCHAR(9));
-- [pipeline]
reference_behind_backslash: { identity: keep }
-- [before]
INSERT INTO reference_behind_backslash VALUES (1, 'a');
-- [stream]
SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES';
CREATE TABLE reference_behind_backslash__kid (id INT PRIMARY KEY, p INT COMMENT 'C:\', CONSTRAINT rbb_fk FOREIGN KEY (p) REFERENCES reference_behind_backslash (id), q VARCHAR(9) DEFAULT 'D:\');
INSERT INTO reference_behind_backslash__kid (id, p) VALUES (1, 1), (2, 77);
-- [comparison]
-- [rows]
SELECT id, p, q FROM reference_behind_backslash__kid ORDER BY id
1|1|D:\
2|77|D:\
