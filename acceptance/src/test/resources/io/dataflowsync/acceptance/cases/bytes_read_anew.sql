-- Texts in UTF-8 that were kept as latin1 are read anew as what they are, by way of bytes, while rows wait; a table without a key among them
-- Use: the classic mending of twice encoded letters.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE bytes_read_anew (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(40) CHARACTER SET latin1, e ENUM('ja','nein') CHARACTER SET latin1);
CREATE TABLE bytes_read_anew__loose (name VARCHAR(40) CHARACTER SET latin1, n INT);
-- [before]
INSERT INTO bytes_read_anew VALUES (1, _latin1 x'C3A4C3B6', 'ja');
INSERT INTO bytes_read_anew__loose VALUES (_latin1 x'C381', 1), (_latin1 x'C381', 1), (_latin1 x'C39F', 2);
-- [stream]
-- step: end dpu-service
INSERT INTO bytes_read_anew VALUES (2, _latin1 x'E282AC', 'nein');
DELETE FROM bytes_read_anew__loose WHERE n = 1 LIMIT 1;
ALTER TABLE bytes_read_anew MODIFY name VARBINARY(40);
ALTER TABLE bytes_read_anew__loose MODIFY name VARBINARY(40);
INSERT INTO bytes_read_anew VALUES (3, x'C3BC', 'ja');
UPDATE bytes_read_anew__loose SET n = 3 WHERE n = 2;
ALTER TABLE bytes_read_anew MODIFY name VARCHAR(40) CHARACTER SET utf8mb4, MODIFY e ENUM('nein','ja','ä') CHARACTER SET utf8;
ALTER TABLE bytes_read_anew__loose MODIFY name VARCHAR(40) CHARACTER SET utf8mb4;
INSERT INTO bytes_read_anew VALUES (4, 'ß', 'ä');
UPDATE bytes_read_anew__loose SET n = 11 WHERE n = 1;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT name, e FROM bytes_read_anew ORDER BY id
äö|ja
€|nein
ü|ja
ß|ä
SELECT name, n FROM bytes_read_anew__loose ORDER BY n
ß|3
Á|11
