-- A tool makes a small number an INT, where the target has an ENUM of digits; and adds a stored column that compares a text, where the target has another collation
-- Use: gh-ost for a column that changes no value of the source, and for a flag with an index.
-- Expected: a halt at the RENAME, as where the statements are run on the table itself. Read again, the source's rows.
-- Basis: the source's rows; by reasoning.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE copied_unlike_kept (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), level TINYINT);
CREATE TABLE copied_unlike_kept__flag (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20)) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci;
-- [target]
CREATE TABLE copied_unlike_kept (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), level ENUM('0','1','2','3')) AUTO_INCREMENT = 1001;
CREATE TABLE copied_unlike_kept__flag (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20)) AUTO_INCREMENT = 2001 DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_0900_ai_ci;
-- [before]
INSERT INTO copied_unlike_kept VALUES (1, 'a', 1), (2, 'b', 2);
INSERT INTO copied_unlike_kept__flag VALUES (1, 'draft '), (2, 'final');
-- [stream]
CREATE TABLE _copied_unlike_kept_gho LIKE copied_unlike_kept;
ALTER TABLE _copied_unlike_kept_gho MODIFY level INT;
INSERT IGNORE INTO _copied_unlike_kept_gho (id, v, level) SELECT id, v, level FROM copied_unlike_kept LOCK IN SHARE MODE;
RENAME TABLE copied_unlike_kept TO _copied_unlike_kept_del, _copied_unlike_kept_gho TO copied_unlike_kept;
INSERT INTO copied_unlike_kept VALUES (3, 'c', 3);
-- step: halted schema-change-refused: on target: DELETE FROM copied_unlike_kept
-- step: dismiss dead letters
-- step: read again: copied_unlike_kept
CREATE TABLE _copied_unlike_kept__flag_gho LIKE copied_unlike_kept__flag;
ALTER TABLE _copied_unlike_kept__flag_gho ADD COLUMN open INT AS (v = 'draft') STORED;
INSERT IGNORE INTO _copied_unlike_kept__flag_gho (id, v) SELECT id, v FROM copied_unlike_kept__flag LOCK IN SHARE MODE;
RENAME TABLE copied_unlike_kept__flag TO _copied_unlike_kept__flag_del, _copied_unlike_kept__flag_gho TO copied_unlike_kept__flag;
-- step: halted schema-change-refused: on target: DELETE FROM copied_unlike_kept__flag
-- step: dismiss dead letters
-- step: read again: copied_unlike_kept__flag
-- step: halted target-computes: on target: ALTER TABLE copied_unlike_kept__flag MODIFY open INT
DROP TABLE IF EXISTS _copied_unlike_kept_del, _copied_unlike_kept__flag_del;
-- [rows]
SELECT v, level FROM copied_unlike_kept ORDER BY v
a|1
b|2
c|3
SELECT CONCAT(v, '.'), open FROM copied_unlike_kept__flag ORDER BY v
draft .|1
final.|0
