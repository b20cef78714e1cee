-- A row with ON UPDATE CURRENT_TIMESTAMP is written twice within one second
-- Use: an application inserts a row and updates it at once. The second write leaves ts as it is, so the event does not show ts as
-- changed. It is applied some seconds later.
-- Expected: the second in which the source wrote the row, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0. The session's clock stands still here, so that the second is always the same.
-- Settings: none
-- [both]
CREATE TABLE same_second (id INT PRIMARY KEY AUTO_INCREMENT, v INT, ts TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);
-- [before]
SET SESSION timestamp = 1600000000;
INSERT INTO same_second (id, v) VALUES (1, 1);
-- [stream]
SET SESSION timestamp = 1600000000;
UPDATE same_second SET v = 2 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT v, UNIX_TIMESTAMP(ts) FROM same_second
2|1600000000
