-- A parent is rotated and its old row deleted while cdc-service is away and a child of it is a dead letter
-- Use: the child was to move to another parent before.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE rotated_behind_letter (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
CREATE TABLE rotated_behind_letter__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(20), CONSTRAINT chr_fk FOREIGN KEY (p) REFERENCES rotated_behind_letter (id) ON DELETE CASCADE);
-- [target]
ALTER TABLE rotated_behind_letter AUTO_INCREMENT = 1001;
ALTER TABLE rotated_behind_letter__kid MODIFY w VARCHAR(5);
-- [before]
INSERT INTO rotated_behind_letter VALUES (1, 'a'), (2, 'b');
INSERT INTO rotated_behind_letter__kid VALUES (1, 1, 'k1'), (2, 2, 'k2');
-- [stream]
-- step: end cdc-service
UPDATE rotated_behind_letter__kid SET p = 2, w = 'longer than five' WHERE id = 1;
RENAME TABLE rotated_behind_letter TO rotated_behind_letter__last;
CREATE TABLE rotated_behind_letter LIKE rotated_behind_letter__last;
INSERT INTO rotated_behind_letter VALUES (1, 'new 1'), (2, 'new 2');
DELETE FROM rotated_behind_letter__last WHERE id = 1;
-- step: start cdc-service
UPDATE rotated_behind_letter__last SET v = 'bb' WHERE id = 2;
-- step: halted letters-first: on target: ALTER TABLE rotated_behind_letter__kid MODIFY w VARCHAR(20)
-- step: on target: ALTER TABLE rotated_behind_letter__kid MODIFY w VARCHAR(20)
-- step: replay dead letters
INSERT INTO rotated_behind_letter__kid VALUES (3, 2, 'k3');
-- step: read again: rotated_behind_letter__kid
-- step: end dpu-service
DELETE FROM rotated_behind_letter WHERE id = 1;
UPDATE rotated_behind_letter SET id = 1 WHERE id = 2;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM rotated_behind_letter__kid k LEFT JOIN rotated_behind_letter__last p ON p.id = k.p ORDER BY k.w
k2|bb
k3|bb
longer than five|bb
SELECT v FROM rotated_behind_letter ORDER BY v
new 2
