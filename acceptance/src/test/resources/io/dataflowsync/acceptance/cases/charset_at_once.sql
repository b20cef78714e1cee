-- One ALTER changes the table's default character set and adds a column
-- Use: a migration does both in one statement.
-- Expected: the texts as they were written, as with MySQL's own replication: the added column has the character set that the same
-- statement makes the default.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE charset_at_once (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(20)) DEFAULT CHARACTER SET latin1;
CREATE TABLE charset_at_once__narrow (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(20)) DEFAULT CHARACTER SET latin1;
-- [before]
INSERT INTO charset_at_once VALUES (1, 'é');
INSERT INTO charset_at_once__narrow VALUES (1, 'é');
-- [stream]
ALTER TABLE charset_at_once DEFAULT CHARACTER SET utf8mb4, ADD COLUMN b VARCHAR(20);
INSERT INTO charset_at_once VALUES (2, 'ü', '中');
ALTER TABLE charset_at_once__narrow CHARSET = gbk, ADD COLUMN b VARCHAR(20);
INSERT INTO charset_at_once__narrow VALUES (2, 'ü', '中');
-- [comparison]
-- [rows]
SELECT a, b FROM charset_at_once ORDER BY id
é|null
ü|中
SELECT a, b FROM charset_at_once__narrow ORDER BY id
é|null
ü|中
