-- Dates and decimals as keys
-- [both]
CREATE TABLE temporal_keys (d DATE, t DATETIME(3), p DECIMAL(10,3), n INT, PRIMARY KEY (d, t, p));
-- [before]
INSERT INTO temporal_keys VALUES ('2026-11-22', '2026-11-22 10:00:00.057', 1.5, 1);
-- [stream]
UPDATE temporal_keys SET n = 2;
INSERT INTO temporal_keys VALUES ('2026-11-23', '2026-11-22 10:00:00.290', -1.25, 3);
DELETE FROM temporal_keys WHERE p = -1.25;
-- [rows]
SELECT d, t, p, n FROM temporal_keys
2026-11-22|2026-11-22 10:00:00.057|1.500|2
