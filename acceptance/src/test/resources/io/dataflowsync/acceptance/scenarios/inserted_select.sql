-- INSERT … SELECT, UPDATE with a join and DELETE with a join
-- [both]
CREATE TABLE inserted_select (id INT PRIMARY KEY AUTO_INCREMENT, n INT);
CREATE TABLE inserted_select__copy (id INT PRIMARY KEY AUTO_INCREMENT, whose INT, n INT, FOREIGN KEY (whose) REFERENCES inserted_select (id));
-- [before]
INSERT INTO inserted_select VALUES (1, 10), (2, 20), (3, 30);
-- [stream]
INSERT INTO inserted_select__copy (whose, n) SELECT id, n FROM inserted_select;
UPDATE inserted_select__copy c JOIN inserted_select s ON s.id = c.whose SET c.n = s.n + 1, s.n = 0 WHERE s.id < 3;
DELETE c FROM inserted_select__copy c JOIN inserted_select s ON s.id = c.whose WHERE s.n = 30;
-- [rows]
SELECT c.n, s.n FROM inserted_select__copy c JOIN inserted_select s ON s.id = c.whose ORDER BY 1
11|0
21|0
