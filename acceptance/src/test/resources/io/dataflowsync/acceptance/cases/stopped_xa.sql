-- XA transactions, one that commits and one that is rolled back
-- Use: a transaction manager. People do what docs/when-the-capture-stops.md says.
-- Expected: the capture stops before each; a skip publishes the rows, and the table is read again behind the second.
-- Basis: the source's rows, which MySQL's own replication has too.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE stopped_xa (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO stopped_xa VALUES (1, 1);
-- [stream]
XA START 'kept';
INSERT INTO stopped_xa VALUES (2, 2);
XA END 'kept';
XA PREPARE 'kept';
-- step: await stopped source-xa
XA COMMIT 'kept';
-- step: skip
XA START 'undone';
INSERT INTO stopped_xa VALUES (3, 3);
XA END 'undone';
XA PREPARE 'undone';
-- step: await stopped source-xa
XA ROLLBACK 'undone';
-- step: skip
-- step: read again: stopped_xa
UPDATE stopped_xa SET v = v + 10;
-- [comparison]
-- [rows]
SELECT v FROM stopped_xa ORDER BY v
11
12
