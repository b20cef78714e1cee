-- Relationships of rows that a cascade of the target took along are closed, at any depth; such keys may come again
-- [pipeline]
vanished__code: { identity: keep }
-- [both]
CREATE TABLE vanished (id INT PRIMARY KEY AUTO_INCREMENT, up INT NULL, name VARCHAR(9), FOREIGN KEY (up) REFERENCES vanished (id) ON DELETE CASCADE);
CREATE TABLE vanished__child (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, FOREIGN KEY (parent) REFERENCES vanished (id) ON DELETE CASCADE);
CREATE TABLE vanished__code (parent INT, code CHAR(3), n INT, PRIMARY KEY (parent, code), FOREIGN KEY (parent) REFERENCES vanished__child (id) ON DELETE CASCADE);
CREATE TABLE vanished__leaf (id INT PRIMARY KEY AUTO_INCREMENT, parent INT, code CHAR(3), FOREIGN KEY (parent, code) REFERENCES vanished__code (parent, code) ON DELETE CASCADE);
CREATE TABLE vanished__note (id INT PRIMARY KEY AUTO_INCREMENT, about INT NULL, FOREIGN KEY (about) REFERENCES vanished__leaf (id) ON DELETE SET NULL);
-- [target]
INSERT INTO vanished VALUES (1, NULL, 'own');
INSERT INTO vanished__child VALUES (1, 1);
-- [before]
INSERT INTO vanished VALUES (1, NULL, 'root'), (2, 1, 'branch'), (3, 2, 'twig'), (4, NULL, 'stays');
INSERT INTO vanished__child VALUES (1, 3), (2, 4);
INSERT INTO vanished__code VALUES (1, 'abc', 1), (1, 'def', 2), (2, 'abc', 3);
INSERT INTO vanished__leaf VALUES (1, 1, 'abc'), (2, 1, 'def'), (3, 2, 'abc');
INSERT INTO vanished__note VALUES (1, 1), (2, 3);
-- [stream]
DELETE FROM vanished WHERE id = 1;
INSERT INTO vanished VALUES (3, 4, 'again');
INSERT INTO vanished__child VALUES (1, 3), (5, 3);
INSERT INTO vanished__code VALUES (5, 'ghi', 4);
INSERT INTO vanished__leaf VALUES (5, 5, 'ghi');
DELETE FROM vanished WHERE id = 3;
INSERT INTO vanished__child VALUES (5, 4);
-- [rows]
SELECT p.name, COALESCE(u.name, '') FROM vanished p LEFT JOIN vanished u ON u.id = p.up ORDER BY p.id
own|
stays|
SELECT p.name FROM vanished__child c JOIN vanished p ON p.id = c.parent ORDER BY c.id
own
stays
stays
SELECT COUNT(*) FROM vanished__leaf
1
SELECT COUNT(*), SUM(about IS NULL) FROM vanished__note
2|1
-- [relationships]
scenarios.vanished 1 deleted
scenarios.vanished 2 deleted
scenarios.vanished 3 deleted
scenarios.vanished 4 applied
scenarios.vanished__child 1 deleted
scenarios.vanished__child 2 applied
scenarios.vanished__child 5 applied
scenarios.vanished__leaf 1 deleted
scenarios.vanished__leaf 2 deleted
scenarios.vanished__leaf 3 applied
scenarios.vanished__leaf 5 deleted
scenarios.vanished__note 1 applied
scenarios.vanished__note 2 applied
