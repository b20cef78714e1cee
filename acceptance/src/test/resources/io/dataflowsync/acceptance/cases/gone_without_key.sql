-- A row of a table without a key, with a foreign key, is not found on the target, since somebody has changed it there
-- Use: a correction by hand on the target; the row goes at the source.
-- Expected: a dead letter, as of each row that is not there; not a row that stays for ever in silence.
-- Basis: docs/guarantees.md: a missing row is a dead letter.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE gone_without_key (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE gone_without_key__log (p INT, note VARCHAR(20), CONSTRAINT gone_without_fk FOREIGN KEY (p) REFERENCES gone_without_key (id));
-- [before]
INSERT INTO gone_without_key VALUES (1, 'a'), (2, 'b');
INSERT INTO gone_without_key__log VALUES (1, 'x'), (2, 'y');
-- [stream]
-- step: await applied
-- step: on target: UPDATE gone_without_key__log SET note = 'by hand' WHERE note = 'x'
DELETE FROM gone_without_key__log WHERE note = 'x';
-- step: await applied
-- step: on target: UPDATE gone_without_key__log SET note = 'x' WHERE note = 'by hand'
-- step: replay dead letters
-- [rows]
SELECT note FROM gone_without_key__log
y
