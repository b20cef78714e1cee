-- Rows are dead letters, the target is mended, and the table is read again before the letters are given up
-- Use: an operator does first what the text says last.
-- Expected: the source's rows: what was read waits behind the letters of the same rows, or replaces them; nothing is swept.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE read_again_behind_letter (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
CREATE TABLE read_again_behind_letter__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT read_again_behind_letter_fk FOREIGN KEY (p) REFERENCES read_again_behind_letter (id));
-- [target]
ALTER TABLE read_again_behind_letter AUTO_INCREMENT = 1001;
ALTER TABLE read_again_behind_letter MODIFY v VARCHAR(5);
-- [before]
INSERT INTO read_again_behind_letter VALUES (1, 'a'), (2, 'b');
-- [stream]
UPDATE read_again_behind_letter SET v = 'much longer' WHERE id = 1;
INSERT INTO read_again_behind_letter VALUES (3, 'also too long');
INSERT INTO read_again_behind_letter__kid VALUES (1, 3, 'k3'), (2, 1, 'k1');
UPDATE read_again_behind_letter SET v = 'much longer still' WHERE id = 1;
-- step: await applied
-- step: on target: ALTER TABLE read_again_behind_letter MODIFY v VARCHAR(20)
-- step: read again: read_again_behind_letter
-- step: await applied
-- step: end dpu-service
-- step: start dpu-service
-- step: dismiss dead letters
-- step: await applied
-- step: read again: read_again_behind_letter__kid
-- step: await applied
UPDATE read_again_behind_letter SET v = 'b2' WHERE id = 2;
-- [comparison]
-- [rows]
SELECT v FROM read_again_behind_letter ORDER BY v
also too long
b2
much longer still
SELECT k.w, p.v FROM read_again_behind_letter__kid k LEFT JOIN read_again_behind_letter p ON p.id = k.p ORDER BY k.w
k1|much longer still
k3|also too long
