-- A table without a key, of which the target has a word in place of a number
-- Use: a code becomes a word by an expression, and the code itself is not written.
-- Expected: the rows that the source has; one is told from another by its word.
-- Basis: the source's rows.
-- Settings: none
-- [pipeline]
labelled_without_key: { columns: { kind: { write: false }, label: { expression: "kind == 1 ? 'one' : 'other'" } } }
-- [source]
CREATE TABLE labelled_without_key (n INT, kind INT);
-- [target]
CREATE TABLE labelled_without_key (n INT, label VARCHAR(9));
-- [before]
INSERT INTO labelled_without_key VALUES (7, 1), (7, 2), (8, 1), (8, 2), (9, 1), (9, 2);
-- [stream]
DELETE FROM labelled_without_key WHERE n = 7 AND kind = 2;
UPDATE labelled_without_key SET kind = 1 WHERE n = 8 AND kind = 2;
UPDATE labelled_without_key SET n = 10 WHERE n = 9 AND kind = 2;
-- [rows]
SELECT n, label FROM labelled_without_key ORDER BY n, label
7|one
8|one
8|one
9|one
10|other
