-- CONVERT TO another character set, to and fro
-- Use: the way out of latin1 in one step, and tables of an old partner.
-- Expected: the texts as they were written, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE converted_tables (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(20), t TEXT) DEFAULT CHARSET = latin1;
CREATE TABLE converted_tables__back (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(20), e TEXT) DEFAULT CHARSET = utf8mb4;
-- [before]
INSERT INTO converted_tables VALUES (1, 'é', 'ü');
INSERT INTO converted_tables__back VALUES (1, '中', 'é');
-- [stream]
ALTER TABLE converted_tables CONVERT TO CHARACTER SET utf8mb4;
INSERT INTO converted_tables VALUES (2, '中', '😀');
ALTER TABLE converted_tables ADD COLUMN b VARCHAR(9) AFTER id;
INSERT INTO converted_tables VALUES (3, '文', 'é', 'ü');
ALTER TABLE converted_tables__back CONVERT TO CHARSET gbk COLLATE gbk_bin;
INSERT INTO converted_tables__back VALUES (2, '文é', 'é');
-- [comparison]
-- [rows]
SELECT b, a, t FROM converted_tables ORDER BY id
null|é|ü
null|中|😀
文|é|ü
SELECT a, e FROM converted_tables__back ORDER BY id
中|é
文é|é
