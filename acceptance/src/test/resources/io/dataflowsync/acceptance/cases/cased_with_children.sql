-- Tables whose names differ in case alone, with children whose names do so too
-- Use: both servers have lower_case_table_names = 0.
-- Expected: the source's rows, as with MySQL's own replication. Each child keeps its own parent.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: none
-- [both]
CREATE TABLE Cased_With_Children (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE cased_with_children (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE Cased_With_Children__Kid (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, CONSTRAINT cased_upper FOREIGN KEY (parent) REFERENCES Cased_With_Children (id));
CREATE TABLE cased_with_children__kid (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, CONSTRAINT cased_lower FOREIGN KEY (parent) REFERENCES cased_with_children (id));
-- [target]
ALTER TABLE Cased_With_Children AUTO_INCREMENT = 1001;
ALTER TABLE cased_with_children AUTO_INCREMENT = 501;
-- [before]
INSERT INTO Cased_With_Children VALUES (1, 'Upper 1'), (2, 'Upper 2');
INSERT INTO cased_with_children VALUES (1, 'lower 1'), (2, 'lower 2');
INSERT INTO Cased_With_Children__Kid VALUES (1, 1);
INSERT INTO cased_with_children__kid VALUES (1, 1);
-- [stream]
INSERT INTO Cased_With_Children__Kid VALUES (2, 2);
INSERT INTO cased_with_children__kid VALUES (2, 2);
UPDATE Cased_With_Children SET v = 'Upper 1b' WHERE id = 1;
DELETE FROM cased_with_children__kid WHERE id = 1;
-- [rows]
SELECT p.id > 1000, p.v FROM Cased_With_Children__Kid c LEFT JOIN Cased_With_Children p ON p.id = c.parent ORDER BY p.v
1|Upper 1b
1|Upper 2
SELECT p.id > 500, p.v FROM cased_with_children__kid c LEFT JOIN cased_with_children p ON p.id = c.parent ORDER BY p.v
1|lower 2
