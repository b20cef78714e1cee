-- The default character set of the schema changes; then tables are made
-- Use: ALTER DATABASE, at the source alone, by its administrator.
-- Expected: the texts as they were written: a table without a character set has that of its schema at that moment.
-- Basis: by reasoning: the source's rows. MySQL's own replication changes the replica's schema too.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [stream]
ALTER DATABASE CHARACTER SET latin1;
CREATE TABLE schema_charset (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
INSERT INTO schema_charset VALUES (1, 'é');
ALTER DATABASE COLLATE gbk_chinese_ci;
CREATE TABLE schema_charset__next (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), w VARCHAR(9) CHARSET utf8);
ALTER TABLE schema_charset ADD COLUMN w VARCHAR(9);
INSERT INTO schema_charset VALUES (2, 'ü', 'ö');
INSERT INTO schema_charset__next VALUES (1, '中', '中');
-- [comparison]
-- [rows]
SELECT v, w FROM schema_charset ORDER BY id
é|null
ü|ö
SELECT v, w FROM schema_charset__next
中|中
