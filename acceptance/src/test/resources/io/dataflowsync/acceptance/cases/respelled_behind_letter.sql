-- A row with a key of text that is a dead letter is deleted and comes again under another spelling of its key
-- Use: a code is entered with a text that does not fit the target, deleted, and entered again in capitals; days later somebody dismisses the dead letter, since the row is there.
-- Expected: the source's rows: to the source 'ab', 'AB' and 'ab ' are one key, so the later events wait behind the letter (docs/guarantees.md: keys are compared as the source compares them).
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE respelled_behind_letter (k VARCHAR(20) PRIMARY KEY, v VARCHAR(20)) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_general_ci;
-- [target]
ALTER TABLE respelled_behind_letter MODIFY v VARCHAR(5);
-- [before]
INSERT INTO respelled_behind_letter VALUES ('zz', 'z');
-- [stream]
INSERT INTO respelled_behind_letter VALUES ('ab', 'much too long');
DELETE FROM respelled_behind_letter WHERE k = 'ab';
INSERT INTO respelled_behind_letter VALUES ('AB', 'ok');
INSERT INTO respelled_behind_letter VALUES ('cd', 'much too long');
UPDATE respelled_behind_letter SET v = 'old' WHERE k = 'cd';
DELETE FROM respelled_behind_letter WHERE k = 'cd';
INSERT INTO respelled_behind_letter VALUES ('cd ', 'fine');
INSERT INTO respelled_behind_letter VALUES ('éf', 'much too long');
DELETE FROM respelled_behind_letter WHERE k = 'éf';
INSERT INTO respelled_behind_letter VALUES ('ef', 'good');
-- step: await applied
-- step: dismiss dead letters
-- step: await applied
-- [comparison]
-- [rows]
SELECT HEX(k), v FROM respelled_behind_letter ORDER BY v
636420|fine
6566|good
4142|ok
7A7A|z
