-- Primary and unique keys over the first characters of a text: rows with the same ones come and go, and the key is widened, behind
-- Use: PRIMARY KEY (code(4)), UNIQUE KEY (body(5)) of a TEXT, a BLOB as a key.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE prefixed_keys (code VARCHAR(40) NOT NULL, v VARCHAR(9), PRIMARY KEY (code(4)));
CREATE TABLE prefixed_keys__text (id INT PRIMARY KEY AUTO_INCREMENT, body TEXT, v VARCHAR(9), UNIQUE KEY (body(5)));
CREATE TABLE prefixed_keys__blob (k BLOB NOT NULL, n INT NOT NULL, v VARCHAR(9), PRIMARY KEY (k(3), n));
-- [before]
INSERT INTO prefixed_keys VALUES ('abcd-1', 'a'), ('efgh-1', 'e');
INSERT INTO prefixed_keys__text VALUES (1, 'hello one', 'h'), (2, 'world two', 'w'), (3, NULL, 'n');
INSERT INTO prefixed_keys__blob VALUES ('abcdef', 1, 'b1'), ('abcxyz', 2, 'b2');
-- [stream]
-- step: end dpu-service
DELETE FROM prefixed_keys WHERE code = 'abcd-1';
INSERT INTO prefixed_keys VALUES ('abcd-2', 'b');
UPDATE prefixed_keys SET code = 'ABCD-3', v = 'c' WHERE code = 'abcd-2';
UPDATE prefixed_keys SET v = 'c3' WHERE code = 'abcd-3';
START TRANSACTION;
UPDATE prefixed_keys__text SET body = NULL WHERE id = 1;
UPDATE prefixed_keys__text SET body = 'hello two' WHERE id = 2;
UPDATE prefixed_keys__text SET body = 'World one' WHERE id = 1;
COMMIT;
DELETE FROM prefixed_keys__text WHERE id = 2;
INSERT INTO prefixed_keys__text VALUES (4, 'hello four', 'f');
UPDATE prefixed_keys__blob SET k = 'abcqqq' WHERE n = 2;
DELETE FROM prefixed_keys__blob WHERE n = 1;
INSERT INTO prefixed_keys__blob VALUES ('abczzz', 1, 'b3');
UPDATE prefixed_keys__blob SET v = 'b2q' WHERE n = 2;
ALTER TABLE prefixed_keys DROP PRIMARY KEY, ADD PRIMARY KEY (code);
INSERT INTO prefixed_keys VALUES ('abcd-9', 'nine');
UPDATE prefixed_keys SET v = 'c33' WHERE code = 'abcd-3';
ALTER TABLE prefixed_keys__text DROP KEY body;
INSERT INTO prefixed_keys__text VALUES (5, 'hello five', 'g');
-- step: start dpu-service
DELETE FROM prefixed_keys WHERE code = 'EFGH-1';
-- [comparison]
-- [rows]
SELECT code, v FROM prefixed_keys ORDER BY code
ABCD-3|c33
abcd-9|nine
SELECT body, v FROM prefixed_keys__text ORDER BY v
hello four|f
hello five|g
World one|h
null|n
SELECT k, n, v FROM prefixed_keys__blob ORDER BY n
abczzz|1|b3
abcqqq|2|b2q
