-- TRUNCATE of tables whose keys a MODIFY has changed: fractions of a second are rounded, bytes are padded, texts are cut or lose letters
-- Use: a type is mended; later the table is emptied and loaded again.
-- Expected: dead letters: the log knows the rows by their former keys. They are deleted by hand, as the text says.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE truncated_modified (at DATETIME(3) NOT NULL PRIMARY KEY, v VARCHAR(9));
CREATE TABLE truncated_modified__bin (b BINARY(4) NOT NULL PRIMARY KEY, v VARCHAR(9));
CREATE TABLE truncated_modified__code (code VARCHAR(9) NOT NULL, n INT NOT NULL, v VARCHAR(9), PRIMARY KEY (code, n));
CREATE TABLE truncated_modified__letter (code VARCHAR(9) CHARACTER SET utf8 NOT NULL, n INT NOT NULL, PRIMARY KEY (code, n));
-- [before]
INSERT INTO truncated_modified VALUES ('2020-01-01 10:00:00.600', 'a'), ('2020-01-01 11:00:00', 'b');
INSERT INTO truncated_modified__bin VALUES ('abcd', 'a');
INSERT INTO truncated_modified__code VALUES ('abcdef', 1, 'a'), ('x', 2, 'b');
INSERT INTO truncated_modified__letter VALUES ('Я', 1), ('é', 2);
-- [stream]
ALTER TABLE truncated_modified MODIFY at DATETIME NOT NULL;
INSERT INTO truncated_modified VALUES ('2020-01-01 12:00:00', 'c');
ALTER TABLE truncated_modified__bin MODIFY b BINARY(6) NOT NULL;
SET SESSION sql_mode = '';
ALTER TABLE truncated_modified__code MODIFY code VARCHAR(3) NOT NULL;
ALTER TABLE truncated_modified__letter CONVERT TO CHARACTER SET latin1;
ALTER TABLE truncated_modified__letter CONVERT TO CHARACTER SET utf8;
SET SESSION sql_mode = DEFAULT;
TRUNCATE TABLE truncated_modified;
TRUNCATE TABLE truncated_modified__bin;
TRUNCATE TABLE truncated_modified__code;
TRUNCATE TABLE truncated_modified__letter;
-- step: await applied
-- step: on target: DELETE FROM truncated_modified
-- step: on target: DELETE FROM truncated_modified__bin
-- step: on target: DELETE FROM truncated_modified__code
-- step: on target: DELETE FROM truncated_modified__letter
-- step: dismiss dead letters
INSERT INTO truncated_modified VALUES ('2020-01-02 12:00:00', 'new');
-- [comparison]
-- [rows]
SELECT at, v FROM truncated_modified ORDER BY at
2020-01-02 12:00:00|new
SELECT v FROM truncated_modified__bin ORDER BY v
SELECT code, n, v FROM truncated_modified__code ORDER BY n
SELECT code, n FROM truncated_modified__letter ORDER BY n
