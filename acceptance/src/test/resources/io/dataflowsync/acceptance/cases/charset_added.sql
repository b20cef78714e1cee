-- A table's default character set changes; then a column without one is added, and one is modified
-- Use: the usual way out of latin1, step by step: first the default, then the columns.
-- Expected: the texts as they were written, as with MySQL's own replication: a column that is added or modified after the change has
-- the table's new character set. The events on the topic and in cdc_log must have the right texts too.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE charset_added (id INT PRIMARY KEY AUTO_INCREMENT, a VARCHAR(20)) DEFAULT CHARACTER SET latin1;
-- [before]
INSERT INTO charset_added VALUES (1, 'é');
-- [stream]
ALTER TABLE charset_added DEFAULT CHARACTER SET utf8mb4;
ALTER TABLE charset_added ADD COLUMN b VARCHAR(20);
INSERT INTO charset_added VALUES (2, 'ü', 'né中');
ALTER TABLE charset_added MODIFY a VARCHAR(30);
INSERT INTO charset_added VALUES (3, '中', 'x');
-- [comparison]
-- [rows]
SELECT a, b FROM charset_added ORDER BY id
é|null
ü|né中
中|x
