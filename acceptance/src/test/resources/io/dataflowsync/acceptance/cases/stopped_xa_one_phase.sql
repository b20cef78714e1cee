-- An XA transaction that commits in one phase
-- Use: a transaction manager with one resource. People do what docs/when-the-capture-stops.md says.
-- Expected: the capture stops before it; a skip publishes the rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE stopped_xa_one_phase (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [before]
INSERT INTO stopped_xa_one_phase VALUES (1, 1);
-- [stream]
XA START X'0102', 'branch', 3;
INSERT INTO stopped_xa_one_phase VALUES (2, 2);
UPDATE stopped_xa_one_phase SET v = 10 WHERE id = 1;
XA END X'0102', 'branch', 3;
XA COMMIT X'0102', 'branch', 3 ONE PHASE;
-- step: if stopped source-xa: skip
INSERT INTO stopped_xa_one_phase VALUES (3, 3);
-- [comparison]
-- [rows]
SELECT v FROM stopped_xa_one_phase ORDER BY v
2
3
10
