-- A filter over keys that stay: text keys, and a table without a key
-- [pipeline]
filtered_kept: { filter: "n % 2 == 0" }
filtered_kept__loose: { filter: "n > 1" }
-- [both]
CREATE TABLE filtered_kept (code VARCHAR(9) PRIMARY KEY, n INT);
CREATE TABLE filtered_kept__loose (n INT, word VARCHAR(9));
-- [before]
INSERT INTO filtered_kept VALUES ('a', 1), ('b', 2);
INSERT INTO filtered_kept__loose VALUES (1, 'one'), (2, 'two');
-- [stream]
UPDATE filtered_kept SET n = n + 1;
INSERT INTO filtered_kept VALUES ('c', 4), ('d', 5);
UPDATE filtered_kept SET code = 'z' WHERE code = 'c';
UPDATE filtered_kept__loose SET n = n + 1;
UPDATE filtered_kept__loose SET n = 0 WHERE n = 3;
INSERT INTO filtered_kept__loose VALUES (1, 'uno'), (5, 'five');
-- [rows]
SELECT code, n FROM filtered_kept ORDER BY code
a|2
z|4
SELECT n, word FROM filtered_kept__loose ORDER BY n
2|one
5|five
