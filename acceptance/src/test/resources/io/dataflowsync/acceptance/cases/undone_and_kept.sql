-- Savepoints, statements that commit by themselves, locked tables and INSERT DELAYED: what is undone and what stays
-- Use: transactions as applications write them.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE undone_and_kept (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE undone_and_kept__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, CONSTRAINT uak_1 FOREIGN KEY (p) REFERENCES undone_and_kept (id) ON DELETE CASCADE);
CREATE TABLE undone_and_kept__day (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
ALTER TABLE undone_and_kept AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO undone_and_kept VALUES (1, 'a');
INSERT INTO undone_and_kept__kid VALUES (1, 1);
INSERT INTO undone_and_kept__day VALUES (1, 'old');
-- [stream]
START TRANSACTION;
INSERT INTO undone_and_kept VALUES (2, 'b');
SAVEPOINT one;
INSERT INTO undone_and_kept VALUES (3, 'no');
UPDATE undone_and_kept SET v = 'no' WHERE id = 2;
SAVEPOINT two;
DELETE FROM undone_and_kept WHERE id = 1;
ROLLBACK TO one;
INSERT INTO undone_and_kept__kid VALUES (2, 2);
SAVEPOINT two;
INSERT INTO undone_and_kept VALUES (3, 'c');
RELEASE SAVEPOINT one;
COMMIT;
START TRANSACTION;
INSERT INTO undone_and_kept VALUES (4, 'd');
ALTER TABLE undone_and_kept ADD COLUMN n INT;
INSERT INTO undone_and_kept VALUES (5, 'e', 5);
ROLLBACK;
START TRANSACTION;
DELETE FROM undone_and_kept WHERE id = 3;
TRUNCATE TABLE undone_and_kept__day;
INSERT INTO undone_and_kept__day VALUES (1, 'new');
ROLLBACK;
SET SESSION autocommit = 0;
INSERT INTO undone_and_kept VALUES (6, 'no', 6);
ROLLBACK;
INSERT INTO undone_and_kept VALUES (6, 'f', 6);
LOCK TABLES undone_and_kept WRITE;
INSERT INTO undone_and_kept VALUES (7, 'no', 7);
ROLLBACK;
ALTER TABLE undone_and_kept ADD COLUMN m INT FIRST;
INSERT INTO undone_and_kept VALUES (77, 7, 'g', 7);
UNLOCK TABLES;
SET SESSION autocommit = 1;
INSERT DELAYED INTO undone_and_kept (id, v) VALUES (8, 'h');
REPLACE LOW_PRIORITY INTO undone_and_kept (id, v) VALUES (1, 'a2');
INSERT HIGH_PRIORITY IGNORE INTO undone_and_kept (id, v) VALUES (8, 'no'), (9, 'i');
-- [comparison]
-- [rows]
SELECT m, v, n FROM undone_and_kept ORDER BY v
null|a2|null
null|b|null
null|d|null
null|e|5
null|f|6
77|g|7
null|h|null
null|i|null
SELECT p.v FROM undone_and_kept__kid k LEFT JOIN undone_and_kept p ON p.id = k.p
b
SELECT v FROM undone_and_kept__day
new
