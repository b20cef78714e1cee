-- The same, and the table is read again: a table goes by way of a schema that is not captured to another name, in one RENAME
-- Use: a script that moves tables through a schema of its own, so that no name is taken twice.
-- Expected: the source's rows, each once, children with their parents; a halt at the statement, and what leads on.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE by_way_of_hidden_read (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE by_way_of_hidden_read__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT bwohr_fk FOREIGN KEY (p) REFERENCES by_way_of_hidden_read (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE by_way_of_hidden_read AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO by_way_of_hidden_read VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO by_way_of_hidden_read__kid VALUES (1, 2, 'k1'), (2, 3, 'k2');
-- [stream]
CREATE DATABASE by_way_of_hidden_read_x;
RENAME TABLE by_way_of_hidden_read TO by_way_of_hidden_read_x.t, by_way_of_hidden_read_x.t TO by_way_of_hidden_read__next;
UPDATE by_way_of_hidden_read__next SET v = 'bb' WHERE id = 2;
INSERT INTO by_way_of_hidden_read__next VALUES (4, 'd');
INSERT INTO by_way_of_hidden_read__kid VALUES (3, 1, 'k3'), (4, 4, 'k4');
-- step: if halted schema-change-refused: on target: RENAME TABLE by_way_of_hidden_read TO by_way_of_hidden_read__next
-- step: if halted schema-change-refused: pass statement
-- step: await applied
-- step: dismiss dead letters
-- step: read again: by_way_of_hidden_read__next
-- step: read again: by_way_of_hidden_read__kid
DELETE FROM by_way_of_hidden_read__next WHERE id = 3;
-- [rows]
SELECT v FROM by_way_of_hidden_read__next ORDER BY v
a
bb
d
SELECT k.w, p.v FROM by_way_of_hidden_read__kid k LEFT JOIN by_way_of_hidden_read__next p ON p.id = k.p ORDER BY k.w
k1|bb
k3|a
k4|d
