-- One ALTER gives a table another name and changes a column
-- Use: a table is renamed and its types are tidied in one statement, by a session that is not strict.
-- Expected: a column of references stays as wide as its new keys; the row 0 that gets a number is read again.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE renamed_and_altered (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE renamed_and_altered__own (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT renamed_and_altered_fk FOREIGN KEY (p) REFERENCES renamed_and_altered (id));
-- [source]
CREATE TABLE renamed_and_altered__zero (id INT NOT NULL PRIMARY KEY, v VARCHAR(9));
-- [target]
CREATE TABLE renamed_and_altered__zero (id INT NOT NULL PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
ALTER TABLE renamed_and_altered AUTO_INCREMENT = 100001;
-- [before]
INSERT INTO renamed_and_altered VALUES (1, 'a'), (2, 'b');
INSERT INTO renamed_and_altered__own VALUES (1, 1, 'o1'), (2, 2, 'o2');
INSERT INTO renamed_and_altered__zero VALUES (0, 'none'), (5, 'five');
-- [stream]
ALTER TABLE renamed_and_altered__own DROP FOREIGN KEY renamed_and_altered_fk;
SET SESSION sql_mode = '';
ALTER TABLE renamed_and_altered__own CHANGE p q SMALLINT UNSIGNED, RENAME TO renamed_and_altered__own2;
SET SESSION sql_mode = DEFAULT;
INSERT INTO renamed_and_altered__own2 VALUES (3, 2, 'o3');
-- step: await applied
ALTER TABLE renamed_and_altered__zero MODIFY id INT NOT NULL AUTO_INCREMENT, RENAME TO renamed_and_altered__zero2;
INSERT INTO renamed_and_altered__zero2 (v) VALUES ('new');
-- step: halted schema-change-refused: on target: DELETE FROM renamed_and_altered__zero WHERE v = 'none'
-- step: dismiss dead letters
-- step: read again: renamed_and_altered__zero2
INSERT INTO renamed_and_altered VALUES (3, 'c');
-- [comparison]
-- [rows]
SELECT w, v FROM renamed_and_altered__own2 o LEFT JOIN renamed_and_altered p ON p.id = o.q ORDER BY w
o1|a
o2|b
o3|b
SELECT v FROM renamed_and_altered__zero2 ORDER BY v
five
new
none
