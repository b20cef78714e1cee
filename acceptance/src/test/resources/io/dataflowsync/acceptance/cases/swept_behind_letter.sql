-- A row whose key has changed is a dead letter, and its table is read again before that is dealt with
-- Use: a column of the target is too short; somebody reads the table again at once.
-- Expected: the row and those that refer to it are there once the letter is replayed.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE swept_behind_letter (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
CREATE TABLE swept_behind_letter__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT swept_behind_fk FOREIGN KEY (p) REFERENCES swept_behind_letter (id) ON UPDATE CASCADE ON DELETE CASCADE);
CREATE TABLE swept_behind_letter__kept (code VARCHAR(9) PRIMARY KEY, v VARCHAR(20));
CREATE TABLE swept_behind_letter__of (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), w VARCHAR(9), CONSTRAINT swept_behind_fk2 FOREIGN KEY (code) REFERENCES swept_behind_letter__kept (code) ON UPDATE CASCADE ON DELETE CASCADE);
-- [target]
ALTER TABLE swept_behind_letter MODIFY v VARCHAR(5), AUTO_INCREMENT = 1001;
ALTER TABLE swept_behind_letter__kept MODIFY v VARCHAR(5);
-- [before]
INSERT INTO swept_behind_letter VALUES (1, 'a'), (2, 'b');
INSERT INTO swept_behind_letter__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
INSERT INTO swept_behind_letter__kept VALUES ('one', 'a'), ('two', 'b');
INSERT INTO swept_behind_letter__of VALUES (1, 'one', 'f1'), (2, 'two', 'f2');
-- [stream]
-- step: await applied
UPDATE swept_behind_letter SET id = 20, v = 'longer than five' WHERE id = 1;
UPDATE swept_behind_letter__kept SET code = 'eins', v = 'longer than five' WHERE code = 'one';
-- step: await applied
-- step: read again: swept_behind_letter
-- step: read again: swept_behind_letter__kept
UPDATE swept_behind_letter__kid SET w = 'k1x' WHERE id = 1;
UPDATE swept_behind_letter__of SET w = 'f1x' WHERE id = 1;
-- step: await applied
-- step: on target: ALTER TABLE swept_behind_letter MODIFY v VARCHAR(20)
-- step: on target: ALTER TABLE swept_behind_letter__kept MODIFY v VARCHAR(20)
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM swept_behind_letter__kid k LEFT JOIN swept_behind_letter p ON p.id = k.p ORDER BY k.w
k1x|longer than five
k2|b
SELECT COUNT(*) FROM swept_behind_letter
2
SELECT k.w, p.code, p.v FROM swept_behind_letter__of k LEFT JOIN swept_behind_letter__kept p ON p.code = k.code ORDER BY k.w
f1x|eins|longer than five
f2|two|b
SELECT COUNT(*) FROM swept_behind_letter__kept
2
