-- One ALTER gives a table another name and another type to a column, and its foreign key has no name
-- Use: a table is renamed and its documents become texts in one statement; the server names the foreign key anew, or not.
-- Expected: a halt where values come out otherwise; read again, rows refer to what they referred to.
-- Basis: the source's rows; for documents by reasoning: 5.7 prints the DOUBLE 30.0 of a document as 30.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE renamed_with_unnamed_key (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE renamed_with_unnamed_key__pet (id INT PRIMARY KEY AUTO_INCREMENT, o INT, doc JSON, FOREIGN KEY (o) REFERENCES renamed_with_unnamed_key (id));
-- [source]
CREATE TABLE renamed_with_unnamed_key__zero (id INT NOT NULL PRIMARY KEY, o INT, w VARCHAR(9), FOREIGN KEY (o) REFERENCES renamed_with_unnamed_key (id));
-- [target]
CREATE TABLE renamed_with_unnamed_key__zero (id INT NOT NULL PRIMARY KEY AUTO_INCREMENT, o INT, w VARCHAR(9), FOREIGN KEY (o) REFERENCES renamed_with_unnamed_key (id)) AUTO_INCREMENT = 1001;
ALTER TABLE renamed_with_unnamed_key AUTO_INCREMENT = 100001;
-- [before]
INSERT INTO renamed_with_unnamed_key VALUES (1, 'a'), (2, 'b');
INSERT INTO renamed_with_unnamed_key__pet VALUES (1, 1, '{"price": 30.0}');
INSERT INTO renamed_with_unnamed_key__zero VALUES (0, 1, 'none'), (5, 2, 'five');
-- [stream]
ALTER TABLE renamed_with_unnamed_key__pet MODIFY doc LONGTEXT, RENAME TO renamed_with_unnamed_key__pet2;
-- step: halted schema-change-refused: on target: DELETE FROM renamed_with_unnamed_key__pet
-- step: dismiss dead letters
-- step: read again: renamed_with_unnamed_key__pet2
INSERT INTO renamed_with_unnamed_key__pet2 VALUES (2, 2, '{}');
-- step: await applied
ALTER TABLE renamed_with_unnamed_key__zero MODIFY id INT NOT NULL AUTO_INCREMENT, RENAME TO renamed_with_unnamed_key__zero2;
INSERT INTO renamed_with_unnamed_key__zero2 (o, w) VALUES (2, 'new');
-- step: halted schema-change-refused: on target: DELETE FROM renamed_with_unnamed_key__zero WHERE w = 'none'
-- step: dismiss dead letters
-- step: read again: renamed_with_unnamed_key__zero2
-- [comparison]
-- [rows]
SELECT doc, v FROM renamed_with_unnamed_key__pet2 o LEFT JOIN renamed_with_unnamed_key p ON p.id = o.o ORDER BY v
{"price": 30}|a
{}|b
SELECT w, v FROM renamed_with_unnamed_key__zero2 o LEFT JOIN renamed_with_unnamed_key p ON p.id = o.o ORDER BY w
five|b
new|b
none|a
