-- A versioned comment at the end of a column's definition, in an ALTER
-- Use: statements from dumps and generators: /*! ... */ is read by MySQL, and is a comment for other servers.
-- Expected: the columns are unsigned, and the rows fit, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE comment_in_column (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
CREATE TABLE comment_in_column__list (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO comment_in_column VALUES (1, 1);
INSERT INTO comment_in_column__list VALUES (1, 1);
-- [stream]
ALTER TABLE comment_in_column ADD COLUMN c INT /*! UNSIGNED */;
INSERT INTO comment_in_column VALUES (2, 2, 4000000000);
ALTER TABLE comment_in_column__list ADD COLUMN (c INT DEFAULT 7, d INT /*! UNSIGNED */);
INSERT INTO comment_in_column__list VALUES (2, 2, 2, 4000000000);
-- [comparison]
-- [rows]
SELECT v, c FROM comment_in_column ORDER BY v
1|null
2|4000000000
SELECT v, c, d FROM comment_in_column__list ORDER BY v
1|7|null
2|2|4000000000
