-- Columns get another character set by each of the ways to say so
-- Use: CHARSET, a collation alone, NATIONAL, ASCII, UNICODE, BINARY.
-- Expected: the texts as they were written, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE modified_charsets (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(20), b VARCHAR(20), c VARCHAR(20), d VARCHAR(20), e VARCHAR(20)) DEFAULT CHARSET = utf8mb4;
-- [before]
INSERT INTO modified_charsets VALUES (1, 'é', 'é', 'é', 'é', 'e');
-- [stream]
ALTER TABLE modified_charsets MODIFY a VARCHAR(20) CHARSET gbk, MODIFY b VARCHAR(20) COLLATE latin1_bin, MODIFY c NATIONAL VARCHAR(20), MODIFY d VARCHAR(20) UNICODE, MODIFY e VARCHAR(20) ASCII;
INSERT INTO modified_charsets VALUES (2, '中', 'ü', '中', '中', 'x');
ALTER TABLE modified_charsets MODIFY a VARCHAR(20) BINARY, MODIFY b NVARCHAR(20), MODIFY COLUMN c VARCHAR(20) CHARACTER SET 'ucs2';
INSERT INTO modified_charsets VALUES (3, '文', '中', '中', 'ü', 'y');
-- [comparison]
-- [rows]
SELECT a, b, c, d, e FROM modified_charsets ORDER BY id
é|é|é|é|e
中|ü|中|中|x
文|中|中|ü|y
