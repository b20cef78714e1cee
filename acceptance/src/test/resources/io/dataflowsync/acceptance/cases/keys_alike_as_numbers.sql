-- Keys of text that the source tells apart, and the target's column takes for one number, in a snapshot
-- Use: a code that was VARCHAR is BIGINT on the new server; '7' and '07' are two rows of the source.
-- Expected: the row whose key is not written as the number is printed is a dead letter; the other one keeps its values.
-- Basis: by reasoning.
-- Settings: none
-- Pipeline: its own
-- [source]
CREATE TABLE keys_alike_as_numbers (code VARCHAR(9) PRIMARY KEY, n INT);
-- [target]
CREATE TABLE keys_alike_as_numbers (code BIGINT PRIMARY KEY, n INT);
-- [before]
INSERT INTO keys_alike_as_numbers VALUES ('07', 1), ('7', 2), ('8', 3);
-- [stream]
-- step: await applied
-- step: dismiss dead letters
UPDATE keys_alike_as_numbers SET n = 30 WHERE code = '8';
-- [rows]
SELECT code, n FROM keys_alike_as_numbers ORDER BY code
7|2
8|30
