-- A statement in which the engine's parser finds more than one error
-- Use: 5.7 takes as names many words that newer grammars reserve; a table with several of them.
-- Expected: the statement is read and carried, as with MySQL's own replication. Where it cannot be read, the capture stops with the
-- statement and its place, and goes on after the skip: the rows below are then the same (the table is made by hand).
-- Basis: run with MySQL's own replication, 5.7 to 8.0.15.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE many_errors (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO many_errors VALUES (1, 1);
-- [stream]
CREATE TABLE many_errors__made (id INT PRIMARY KEY AUTO_INCREMENT, manual INT, parallel INT, qualify INT, tablesample INT, library INT, external INT);
INSERT INTO many_errors__made VALUES (1, 1, 2, 3, 4, 5, 6);
-- step: if stopped: on target: CREATE TABLE many_errors__made (id INT PRIMARY KEY AUTO_INCREMENT, `manual` INT, `parallel` INT, `qualify` INT, `tablesample` INT, `library` INT, `external` INT)
-- step: if stopped: skip
-- step: if halted schema-change-refused: on target: CREATE TABLE many_errors__made (id INT PRIMARY KEY AUTO_INCREMENT, `manual` INT, `parallel` INT, `qualify` INT, `tablesample` INT, `library` INT, `external` INT)
INSERT INTO many_errors VALUES (2, 2);
-- [comparison]
-- [rows]
SELECT v FROM many_errors ORDER BY v
1
2
SELECT `manual`, `parallel`, `qualify`, `tablesample`, `library`, `external` FROM many_errors__made
1|2|3|4|5|6
