-- A table gets another key while rows of it could not be applied
-- Use: the target's column is too short, and nobody has looked yet.
-- Expected: a halt before the statement until the rows are applied; then the source's rows.
-- Basis: run with MySQL's own replication, 5.7 to 8.0, without the short column.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE key_numbered_with_letters (id INT NOT NULL PRIMARY KEY AUTO_INCREMENT, code CHAR(4) NOT NULL, v VARCHAR(9));
-- [target]
ALTER TABLE key_numbered_with_letters MODIFY v VARCHAR(2), AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO key_numbered_with_letters VALUES (1, 'c1', 'a');
-- [stream]
INSERT INTO key_numbered_with_letters VALUES (2, 'c2', 'long');
UPDATE key_numbered_with_letters SET v = 'longer' WHERE id = 2;
ALTER TABLE key_numbered_with_letters DROP PRIMARY KEY, ADD PRIMARY KEY (code), ADD KEY (id);
UPDATE key_numbered_with_letters SET v = 'c' WHERE code = 'c2';
-- step: halted letters-first: on target: ALTER TABLE key_numbered_with_letters MODIFY v VARCHAR(9)
-- step: replay dead letters
INSERT INTO key_numbered_with_letters VALUES (3, 'c3', 'd');
-- [comparison]
-- [rows]
SELECT code, v FROM key_numbered_with_letters ORDER BY code
c1|a
c2|c
c3|d
