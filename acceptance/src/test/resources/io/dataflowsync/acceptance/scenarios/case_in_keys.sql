-- Keys of text that differ in case alone
-- [both]
CREATE TABLE case_in_keys (id VARCHAR(20) COLLATE utf8mb4_bin PRIMARY KEY, n INT);
-- [before]
INSERT INTO case_in_keys VALUES ('abc', 1), ('ABC', 2), ('äbc', 3);
-- [stream]
UPDATE case_in_keys SET n = 10 WHERE id = 'abc';
DELETE FROM case_in_keys WHERE id = 'ABC';
UPDATE case_in_keys SET id = 'Abc' WHERE id = 'abc';
-- [rows]
SELECT id, n FROM case_in_keys ORDER BY n
äbc|3
Abc|10
