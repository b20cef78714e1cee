-- The same where the target has the source's very moment in its rows
-- Use: somebody who knows of the time zone has given the target's column the moment that the source's rows get.
-- Expected: the lane goes on: the rows are as the source's.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE zone_of_default_kept (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
ALTER TABLE zone_of_default_kept AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO zone_of_default_kept VALUES (1, 'a'), (2, 'b');
-- [stream]
-- step: await applied
-- step: on target: ALTER TABLE zone_of_default_kept ADD COLUMN at TIMESTAMP NULL
-- step: on target: UPDATE zone_of_default_kept SET at = FROM_UNIXTIME(978289200)
SET time_zone = '+05:00';
ALTER TABLE zone_of_default_kept ADD COLUMN at TIMESTAMP NULL DEFAULT '2001-01-01 00:00:00';
INSERT INTO zone_of_default_kept (id, v) VALUES (3, 'c');
-- [comparison]
-- [rows]
SELECT v, UNIX_TIMESTAMP(at) FROM zone_of_default_kept ORDER BY v
a|978289200
b|978289200
c|978289200
