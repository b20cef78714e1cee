-- Text keys change in case and accents, or are deleted and come back in another case, and the table is read again
-- Use: people correct how a code is spelt; later somebody asks for the table's snapshot.
-- Expected: the source's rows: a key that was written otherwise before names the row that is there now.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE recased (code VARCHAR(20) PRIMARY KEY, n INT) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci;
CREATE TABLE recased__part (code VARCHAR(20), nr INT, w VARCHAR(9), PRIMARY KEY (code, nr)) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci;
CREATE TABLE recased__top (k VARCHAR(20) PRIMARY KEY, n INT) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci;
CREATE TABLE recased__sub (k VARCHAR(20), nr INT, w VARCHAR(9), PRIMARY KEY (k, nr), CONSTRAINT recased_fk FOREIGN KEY (k) REFERENCES recased__top (k) ON UPDATE CASCADE) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci;
-- [before]
INSERT INTO recased__top VALUES ('x1', 1), ('x2', 2);
INSERT INTO recased__sub VALUES ('x1', 1, 's1'), ('x2', 1, 's2');
INSERT INTO recased VALUES ('abc', 1), ('eve', 2), ('bob', 3), ('same', 4);
INSERT INTO recased__part VALUES ('abc', 1, 'p1'), ('same', 1, 'p2');
-- [stream]
UPDATE recased SET code = 'ABC' WHERE code = 'abc';
UPDATE recased SET code = 'évé' WHERE code = 'eve';
DELETE FROM recased WHERE code = 'bob';
INSERT INTO recased VALUES ('Bob', 33);
UPDATE recased__part SET code = 'ABC' WHERE code = 'abc';
UPDATE recased__top SET k = 'X1' WHERE k = 'x1';
-- step: await applied
-- step: read again: recased
-- step: read again: recased__top
-- step: read again: recased__part
-- step: await applied
-- [comparison]
-- [rows]
SELECT code, n FROM recased ORDER BY n
ABC|1
évé|2
same|4
Bob|33
SELECT code, nr, w FROM recased__part ORDER BY w
ABC|1|p1
same|1|p2
SELECT k, n FROM recased__top ORDER BY n
X1|1
x2|2
SELECT k, nr, w FROM recased__sub ORDER BY w
X1|1|s1
x2|1|s2
