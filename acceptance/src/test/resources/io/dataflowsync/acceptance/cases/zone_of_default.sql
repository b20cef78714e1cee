-- A TIMESTAMP is added with a moment as its default, in a session with a time zone, and somebody has run the very statement on the target before, in UTC
-- Use: a migration is run by hand at both ends, the target first.
-- Expected: a halt: the rows on the target have another moment than the source's rows get. Or the source's moment.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE zone_of_default (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
ALTER TABLE zone_of_default AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO zone_of_default VALUES (1, 'a'), (2, 'b');
-- [stream]
-- step: await applied
-- step: on target: ALTER TABLE zone_of_default ADD COLUMN at TIMESTAMP NULL DEFAULT '2001-01-01 00:00:00'
SET time_zone = '+05:00';
ALTER TABLE zone_of_default ADD COLUMN at TIMESTAMP NULL DEFAULT '2001-01-01 00:00:00';
INSERT INTO zone_of_default (id, v) VALUES (3, 'c');
-- step: if halted schema-change-refused: on target: UPDATE zone_of_default SET at = FROM_UNIXTIME(978289200)
-- [comparison]
-- [rows]
SELECT v, UNIX_TIMESTAMP(at) FROM zone_of_default ORDER BY v
a|978289200
b|978289200
c|978289200
