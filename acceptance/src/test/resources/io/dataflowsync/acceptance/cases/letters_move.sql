-- A foreign key ties a table to another lane while a row of it is a dead letter, and the row is written again
-- Use: somebody adds a missing constraint before the dead letters of the week are dealt with.
-- Expected: a halt until the dead letter is applied: later events of the row do not wait behind it in the other lane.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE letters_move__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE letters_move__b (id INT PRIMARY KEY AUTO_INCREMENT, a INT, n VARCHAR(9));
-- [target]
ALTER TABLE letters_move__b ADD UNIQUE KEY (n), AUTO_INCREMENT = 1001;
INSERT INTO letters_move__b (id, n) VALUES (9, 'x');
-- [before]
INSERT INTO letters_move__a VALUES (1, 'a1');
INSERT INTO letters_move__b VALUES (1, NULL, 'b1'), (2, NULL, 'b2');
-- [stream]
UPDATE letters_move__b SET n = 'x' WHERE id = 1;
ALTER TABLE letters_move__b ADD CONSTRAINT hlm_fk FOREIGN KEY (a) REFERENCES letters_move__a (id);
UPDATE letters_move__b SET n = 'z', a = 1 WHERE id = 1;
-- step: halted letters-first: on target: DELETE FROM letters_move__b WHERE id = 9
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT b.n, a.n FROM letters_move__b b LEFT JOIN letters_move__a a ON a.id = b.a ORDER BY b.n
b2|null
z|a1
