-- A tool turns a TIMESTAMP into a DATETIME, and adds a TIMESTAMP with a default, in a session with a time zone of its own
-- Use: gh-ost for the year 2038, on a server that is not at UTC. The copy reckons with the zone; RENAME does not, so its event has none.
-- Expected: a halt where values were turned into another type, since no event tells the zone of the copy; read again, the source's rows. A default is that of the ALTER's own session.
-- Basis: by reasoning: the rows of the tool's table were written by its INSERT ... SELECT.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE copied_zone (id INT PRIMARY KEY AUTO_INCREMENT, at TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00', v VARCHAR(9));
CREATE TABLE copied_zone__more (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE copied_zone__computed (id INT PRIMARY KEY AUTO_INCREMENT, at TIMESTAMP NOT NULL DEFAULT '2020-01-01 00:00:00', v VARCHAR(9));
-- [before]
SET SESSION time_zone = '+00:00';
INSERT INTO copied_zone VALUES (1, '2020-06-01 12:00:00', 'a');
INSERT INTO copied_zone__more VALUES (1, 'a');
INSERT INTO copied_zone__computed VALUES (1, '2020-06-01 20:00:00', 'a');
-- [stream]
SET SESSION time_zone = '+09:00';
CREATE TABLE _copied_zone_gho LIKE copied_zone;
ALTER TABLE _copied_zone_gho MODIFY at DATETIME NOT NULL;
INSERT IGNORE INTO _copied_zone_gho (id, at, v) SELECT id, at, v FROM copied_zone LOCK IN SHARE MODE;
RENAME TABLE copied_zone TO _copied_zone_del, _copied_zone_gho TO copied_zone;
INSERT INTO copied_zone VALUES (2, '2020-06-02 00:00:00', 'b');
-- step: halted schema-change-refused: on target: DELETE FROM copied_zone
-- step: dismiss dead letters
-- step: read again: copied_zone
CREATE TABLE _copied_zone__more_gho LIKE copied_zone__more;
ALTER TABLE _copied_zone__more_gho ADD COLUMN ts TIMESTAMP NOT NULL DEFAULT '2020-01-01 09:00:00';
INSERT IGNORE INTO _copied_zone__more_gho (id, v) SELECT id, v FROM copied_zone__more LOCK IN SHARE MODE;
RENAME TABLE copied_zone__more TO _copied_zone__more_del, _copied_zone__more_gho TO copied_zone__more;
INSERT INTO copied_zone__more (id, v) VALUES (2, 'b');
CREATE TABLE _copied_zone__computed_gho LIKE copied_zone__computed;
ALTER TABLE _copied_zone__computed_gho ADD COLUMN d DATE AS (CAST(at AS DATE)) STORED;
INSERT IGNORE INTO _copied_zone__computed_gho (id, at, v) SELECT id, at, v FROM copied_zone__computed LOCK IN SHARE MODE;
RENAME TABLE copied_zone__computed TO _copied_zone__computed_del, _copied_zone__computed_gho TO copied_zone__computed;
-- step: halted schema-change-refused: on target: ALTER TABLE copied_zone__computed ADD COLUMN d DATE
-- step: on target: UPDATE copied_zone__computed SET d = '2020-06-02'
DROP TABLE IF EXISTS _copied_zone_del, _copied_zone__more_del;
-- [comparison]
-- [rows]
SELECT v, at FROM copied_zone ORDER BY v
a|2020-06-01 21:00:00
b|2020-06-02 00:00:00
SELECT v, UNIX_TIMESTAMP(ts) FROM copied_zone__more ORDER BY v
a|1577836800
b|1577836800
SELECT v, d FROM copied_zone__computed ORDER BY v
a|2020-06-02
