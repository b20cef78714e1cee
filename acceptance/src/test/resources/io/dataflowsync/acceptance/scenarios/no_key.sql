-- A table without a primary key: rows are found by all that they have, and of equal ones just one
-- [both]
CREATE TABLE no_key (a INT NULL, b VARCHAR(20), c DECIMAL(10,2));
-- [before]
INSERT INTO no_key VALUES (1, 'x', 1.5), (1, 'x', 1.5), (NULL, NULL, NULL), (NULL, NULL, NULL);
-- [stream]
UPDATE no_key SET b = 'y' WHERE a = 1 LIMIT 1;
DELETE FROM no_key WHERE a IS NULL LIMIT 1;
INSERT INTO no_key VALUES (2, 'It''s', -1), (2, 'it''s', -1);
DELETE FROM no_key WHERE b = BINARY 'it''s';
-- [rows]
SELECT a, b, c FROM no_key ORDER BY a, b
null|null|null
1|x|1.50
1|y|1.50
2|It's|-1.00
