-- A column refers by name to a table whose key is a reference; a table with a number of its own takes the name
-- Use: an empty copy by LIKE waits while the table that it refers to is replaced by another one.
-- Expected: the column has the keys of the table that has the name, and not those that the former table's key referred to.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE named_after_another_number__one (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE named_after_another_number (p INT PRIMARY KEY, v VARCHAR(9), CONSTRAINT naan_p FOREIGN KEY (p) REFERENCES named_after_another_number__one (id));
CREATE TABLE named_after_another_number__kid (id INT PRIMARY KEY AUTO_INCREMENT, r INT, v VARCHAR(9), CONSTRAINT naan_r FOREIGN KEY (r) REFERENCES named_after_another_number (p));
-- [target]
ALTER TABLE named_after_another_number__one AUTO_INCREMENT = 1001;
ALTER TABLE named_after_another_number__kid AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO named_after_another_number__one VALUES (3, 'one');
INSERT INTO named_after_another_number VALUES (3, 'first');
INSERT INTO named_after_another_number__kid VALUES (1, 3, 'kid');
-- [stream]
-- step: await applied
CREATE TABLE named_after_another_number__copy LIKE named_after_another_number__kid;
CREATE TABLE named_after_another_number__next LIKE named_after_another_number__kid;
RENAME TABLE named_after_another_number TO named_after_another_number__last, named_after_another_number__next TO named_after_another_number;
INSERT INTO named_after_another_number VALUES (3, NULL, 'second');
INSERT INTO named_after_another_number__copy VALUES (1, 3, 'copy');
INSERT INTO named_after_another_number__kid VALUES (2, 3, 'kid 2');
-- [comparison]
-- [rows]
SELECT c.v, n.v FROM named_after_another_number__copy c LEFT JOIN named_after_another_number n ON n.id = c.r
copy|second
SELECT k.v, n.v FROM named_after_another_number__kid k LEFT JOIN named_after_another_number__last n ON n.p = k.r ORDER BY k.v
kid|first
kid 2|first
