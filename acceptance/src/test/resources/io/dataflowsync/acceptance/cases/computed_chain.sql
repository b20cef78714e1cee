-- A stored generated column is made of a virtual one, which is made of a TIMESTAMP, in a session with a time zone
-- Use: a table has the day of a moment computed, and a key for reports of the day.
-- Expected: a halt, as where the stored column is made of the TIMESTAMP itself; as a plain column it gets the source's values.
-- Basis: the source's rows; by reasoning.
-- Settings: none
-- Pipeline: its own
-- [both]
CREATE TABLE computed_chain (id INT PRIMARY KEY AUTO_INCREMENT, at TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00', d DATE AS (CAST(at AS DATE)) VIRTUAL, t VARCHAR(20) AS (CONCAT('day ', d)) STORED);
-- [stream]
SET SESSION time_zone = '+09:00';
INSERT INTO computed_chain (id, at) VALUES (1, '2020-06-01 03:00:00');
UPDATE computed_chain SET at = '2020-06-03 05:00:00' WHERE id = 1;
INSERT INTO computed_chain (id, at) VALUES (2, '2020-06-05 23:00:00');
-- step: halted target-computes: on target: ALTER TABLE computed_chain MODIFY t VARCHAR(20)
-- [comparison]
-- [rows]
SELECT UNIX_TIMESTAMP(at), t FROM computed_chain ORDER BY at
1591128000|day 2020-06-03
1591365600|day 2020-06-05
