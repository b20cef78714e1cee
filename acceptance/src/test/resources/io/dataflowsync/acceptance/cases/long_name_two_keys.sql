-- A table has a name of sixty letters and two foreign keys without names of their own, which 5.7's catalogue shows under one name
-- Use: join tables of an ORM have long names; the server names foreign keys after the table, and its information_schema cuts the names at 64 letters.
-- Expected: each column refers to the rows of its own parent.
-- Basis: run on 5.7.22: both constraints are called …_ibf in information_schema; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE long_name_two_keys (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE long_name_two_keys__user (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [source]
CREATE TABLE long_name_two_keys__s (id INT PRIMARY KEY AUTO_INCREMENT, p INT, u INT, w VARCHAR(9), FOREIGN KEY (p) REFERENCES long_name_two_keys (id) ON DELETE CASCADE, FOREIGN KEY (u) REFERENCES long_name_two_keys__user (id) ON DELETE SET NULL);
RENAME TABLE long_name_two_keys__s TO long_name_two_keys__llllllllllllllllllllllllllllllllllllllll;
-- [target]
ALTER TABLE long_name_two_keys AUTO_INCREMENT = 1001;
ALTER TABLE long_name_two_keys__user AUTO_INCREMENT = 2001;
CREATE TABLE long_name_two_keys__llllllllllllllllllllllllllllllllllllllll (id INT PRIMARY KEY AUTO_INCREMENT, p INT, u INT, w VARCHAR(9), CONSTRAINT lntk_1 FOREIGN KEY (p) REFERENCES long_name_two_keys (id) ON DELETE CASCADE, CONSTRAINT lntk_2 FOREIGN KEY (u) REFERENCES long_name_two_keys__user (id) ON DELETE SET NULL) AUTO_INCREMENT = 3001;
-- [before]
INSERT INTO long_name_two_keys VALUES (1, 'p1'), (2, 'p2'), (3, 'p3');
INSERT INTO long_name_two_keys__user VALUES (1, 'u1'), (2, 'u2'), (3, 'u3');
INSERT INTO long_name_two_keys__llllllllllllllllllllllllllllllllllllllll VALUES (1, 1, 2, 'a'), (2, 2, 3, 'b'), (3, 3, 1, 'c');
-- [stream]
INSERT INTO long_name_two_keys__llllllllllllllllllllllllllllllllllllllll VALUES (4, 1, 3, 'd');
UPDATE long_name_two_keys__llllllllllllllllllllllllllllllllllllllll SET u = 1 WHERE id = 1;
DELETE FROM long_name_two_keys WHERE id = 3;
DELETE FROM long_name_two_keys__user WHERE id = 3;
-- [comparison]
-- [rows]
SELECT k.w, p.v, u.v FROM long_name_two_keys__llllllllllllllllllllllllllllllllllllllll k LEFT JOIN long_name_two_keys p ON p.id = k.p LEFT JOIN long_name_two_keys__user u ON u.id = k.u ORDER BY k.w
a|p1|u1
b|p2|null
d|p1|null
