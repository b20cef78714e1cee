-- A stored generated column of a TIMESTAMP in a session with a time zone
-- Settings: none
-- [both]
CREATE TABLE zonegen (id INT PRIMARY KEY AUTO_INCREMENT, at TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00', d DATE AS (CAST(at AS DATE)) STORED, h INT AS (HOUR(at)) STORED, w VARCHAR(20) AS (DATE_FORMAT(at, '%H')) STORED);
-- [before]
INSERT INTO zonegen (id, at) VALUES (1, '2020-06-01 12:00:00');
-- [stream]
SET SESSION time_zone = '+09:00';
INSERT INTO zonegen (id, at) VALUES (2, '2020-06-01 03:00:00');
UPDATE zonegen SET at = '2020-06-02 23:00:00' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT id > 0, UNIX_TIMESTAMP(at), d, h, w FROM zonegen ORDER BY id
1|1591106400|2020-06-02|23|23
1|1590948000|2020-06-01|3|03
