-- A stored generated column of a TIMESTAMP in a session with a time zone
-- Use: a table has the day of a moment computed, and sessions have time zones of their own.
-- Expected: a halt, since no event has the session's time zone; as a plain column it gets the source's values.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE zone_in_generated (id INT PRIMARY KEY AUTO_INCREMENT, at TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00', d DATE AS (CAST(at AS DATE)) STORED, h INT AS (HOUR(at)) STORED, w VARCHAR(20) AS (DATE_FORMAT(at, '%H')) STORED);
-- [before]
INSERT INTO zone_in_generated (id, at) VALUES (1, '2020-06-01 12:00:00');
-- [stream]
SET SESSION time_zone = '+09:00';
INSERT INTO zone_in_generated (id, at) VALUES (2, '2020-06-01 03:00:00');
UPDATE zone_in_generated SET at = '2020-06-02 23:00:00' WHERE id = 1;
-- step: halted target-computes: on target: ALTER TABLE zone_in_generated MODIFY d DATE, MODIFY h INT, MODIFY w VARCHAR(20)
INSERT INTO zone_in_generated (id, at) VALUES (3, '2020-06-03 23:30:00');
-- [comparison]
-- [rows]
SELECT id > 0, UNIX_TIMESTAMP(at), d, h, w FROM zone_in_generated ORDER BY id
1|1591106400|2020-06-02|23|23
1|1590948000|2020-06-01|3|03
1|1591194600|2020-06-03|23|23
