-- A column that refers to rows with new keys becomes one of bytes
-- Use: a general table of values, whose column is widened to hold anything.
-- Expected: a halt at the statement; without the reference, and read again, all rows have the source's values.
-- Basis: bytes are no whole number, and some that look like one may be none.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
told_in_bytes__kid: { references: { p: told_in_bytes } }
-- [both]
CREATE TABLE told_in_bytes (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE told_in_bytes__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9));
-- [target]
ALTER TABLE told_in_bytes AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO told_in_bytes VALUES (1, 'a'), (2, 'b'), (3, 'c');
INSERT INTO told_in_bytes__kid VALUES (1, 2, 'k1'), (2, 3, 'k2');
-- [stream]
-- step: await applied
ALTER TABLE told_in_bytes__kid MODIFY p VARBINARY(9);
INSERT INTO told_in_bytes__kid VALUES (3, '3', 'k3');
-- step: halted schema-change-refused: pipeline file: told_in_bytes__kid: { identity: allocate }
-- step: await applied
-- step: read again: told_in_bytes__kid
-- [comparison]
-- [rows]
SELECT w, CAST(p AS CHAR) FROM told_in_bytes__kid ORDER BY w
k1|2
k2|3
k3|3
