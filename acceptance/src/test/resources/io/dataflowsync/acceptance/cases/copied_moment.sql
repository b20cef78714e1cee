-- A tool adds a column with DEFAULT CURRENT_TIMESTAMP: the rows have the moment at which each was copied, not that of the RENAME
-- Use: gh-ost or pt-online-schema-change adds `made` to a large table; copying takes an hour.
-- Expected: a halt, since no event tells the moments; read again, the source's rows.
-- Basis: by reasoning: the rows of the tool's table were written by its INSERT ... SELECT. The session's clock stands still, so that the moments are always the same.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE copied_moment (id INT PRIMARY KEY AUTO_INCREMENT, a INT);
CREATE TABLE copied_moment__changed (id INT PRIMARY KEY AUTO_INCREMENT, a INT);
-- [before]
INSERT INTO copied_moment__changed VALUES (1, 1);
INSERT INTO copied_moment VALUES (1, 1), (2, 2);
-- [stream]
SET SESSION time_zone = '+00:00';
CREATE TABLE _copied_moment_gho LIKE copied_moment;
ALTER TABLE _copied_moment_gho ADD COLUMN made DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP;
SET SESSION timestamp = 1500000000;
INSERT IGNORE INTO _copied_moment_gho (id, a) SELECT id, a FROM copied_moment WHERE id = 1 LOCK IN SHARE MODE;
SET SESSION timestamp = 1500001800;
INSERT IGNORE INTO _copied_moment_gho (id, a) SELECT id, a FROM copied_moment WHERE id = 2 LOCK IN SHARE MODE;
SET SESSION timestamp = 1500003600;
RENAME TABLE copied_moment TO _copied_moment_del, _copied_moment_gho TO copied_moment;
INSERT INTO copied_moment VALUES (3, 3, '2020-01-01 00:00:00');
SET SESSION timestamp = DEFAULT;
DROP TABLE IF EXISTS _copied_moment_del;
-- step: halted schema-change-refused: on target: DELETE FROM copied_moment
-- step: dismiss dead letters
-- step: read again: copied_moment
CREATE TABLE _copied_moment__changed_gho LIKE copied_moment__changed;
ALTER TABLE _copied_moment__changed_gho ADD COLUMN changed DATETIME NULL ON UPDATE CURRENT_TIMESTAMP;
INSERT IGNORE INTO _copied_moment__changed_gho (id, a) SELECT id, a FROM copied_moment__changed LOCK IN SHARE MODE;
UPDATE copied_moment__changed SET a = 2;
SET SESSION timestamp = 1500000000;
UPDATE _copied_moment__changed_gho SET a = 2;
SET SESSION timestamp = DEFAULT;
RENAME TABLE copied_moment__changed TO _copied_moment__changed_del, _copied_moment__changed_gho TO copied_moment__changed;
-- step: halted schema-change-refused: on target: DELETE FROM copied_moment__changed
-- step: dismiss dead letters
-- step: read again: copied_moment__changed
-- [comparison]
-- [rows]
SELECT a, made FROM copied_moment ORDER BY a
1|2017-07-14 02:40:00
2|2017-07-14 03:10:00
3|2020-01-01 00:00:00
SELECT a, changed FROM copied_moment__changed ORDER BY a
2|2017-07-14 02:40:00
