-- A key of bytes
-- [both]
CREATE TABLE binary_key (id BINARY(4) PRIMARY KEY, n INT);
-- [before]
INSERT INTO binary_key VALUES (x'FF00FE00', 1), (x'00000000', 2);
-- [stream]
UPDATE binary_key SET n = 10 WHERE id = x'FF00FE00';
DELETE FROM binary_key WHERE id = x'00000000';
INSERT INTO binary_key VALUES (x'80', 3);
-- [rows]
SELECT HEX(id), n FROM binary_key ORDER BY id
80000000|3
FF00FE00|10
