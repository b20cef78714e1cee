-- A table gets another name and a new one takes its place, while schema changes are not carried
-- Use: logs that are rotated by hand, in a pipeline that leaves ddl at its default, stop.
-- Expected: rows of the new table never go to the old one. The lane halts at the statement; what its text says leads on.
-- Basis: the source's rows, which MySQL's own replication has too.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [both]
CREATE TABLE stopped_rename (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [target]
ALTER TABLE stopped_rename AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO stopped_rename VALUES (1, 1), (2, 2);
-- [stream]
RENAME TABLE stopped_rename TO stopped_rename__old;
CREATE TABLE stopped_rename (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
INSERT INTO stopped_rename VALUES (1, 11);
UPDATE stopped_rename__old SET v = 3 WHERE id = 2;
-- step: halted schema-change-refused: on target: RENAME TABLE stopped_rename TO stopped_rename__old
-- step: if halted: on target: CREATE TABLE IF NOT EXISTS stopped_rename (id INT PRIMARY KEY AUTO_INCREMENT, v INT)
-- step: await applied
DROP TABLE stopped_rename;
CREATE TABLE stopped_rename (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
INSERT INTO stopped_rename VALUES (1, 21), (2, 22);
-- step: halted schema-change-refused: on target: TRUNCATE TABLE stopped_rename
DELETE FROM stopped_rename WHERE id = 2;
-- [comparison]
-- [rows]
SELECT v FROM stopped_rename ORDER BY v
21
SELECT v FROM stopped_rename__old ORDER BY v
1
3
