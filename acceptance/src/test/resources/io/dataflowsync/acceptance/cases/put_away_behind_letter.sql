-- A table is put away under a name that is not captured and made again, while a new row of the former one is a dead letter
-- Use: a log is rotated every month, the archives are skipped; a text of last month did not fit the target.
-- Expected: a halt before the RENAME until the letter is replayed: its row is in the archive, which the target does not have.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
put_away_behind_letter__2025: { skip: true }
-- [both]
CREATE TABLE put_away_behind_letter (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
-- [target]
ALTER TABLE put_away_behind_letter MODIFY v VARCHAR(5), AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO put_away_behind_letter VALUES (1, 'a'), (2, 'b');
-- [stream]
INSERT INTO put_away_behind_letter VALUES (3, 'much too long');
RENAME TABLE put_away_behind_letter TO put_away_behind_letter__2025;
CREATE TABLE put_away_behind_letter (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
INSERT INTO put_away_behind_letter VALUES (7, 'new');
-- step: halted letters-first: on target: ALTER TABLE put_away_behind_letter MODIFY v VARCHAR(20)
-- step: replay dead letters
-- step: halted schema-change-refused: on target: DELETE FROM put_away_behind_letter
-- [comparison]
-- [rows]
SELECT v FROM put_away_behind_letter ORDER BY v
new
