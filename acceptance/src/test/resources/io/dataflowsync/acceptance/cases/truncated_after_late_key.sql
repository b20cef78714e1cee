-- TRUNCATE of a table whose rows follow a key that was a dead letter first, and one that came while dpu-service was killed
-- Use: a correction that the target refuses at first; the details are loaded anew.
-- Expected: all rows that came from the source are gone; what came behind is there.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: its own
-- Schemas: truncated_after_late_key_more
-- [source]
CREATE TABLE truncated_after_late_key (code VARCHAR(9) PRIMARY KEY, n VARCHAR(20));
CREATE TABLE truncated_after_late_key_more.truncated_after_late_key__part (nr INT, code VARCHAR(9), n VARCHAR(9), PRIMARY KEY (nr, code), CONSTRAINT part_of FOREIGN KEY (code) REFERENCES truncatedafterlatekey.truncated_after_late_key (code) ON UPDATE CASCADE);
-- [target]
CREATE TABLE truncated_after_late_key (code VARCHAR(9) PRIMARY KEY, n VARCHAR(5));
CREATE TABLE truncated_after_late_key__part (nr INT, code VARCHAR(9), n VARCHAR(9), PRIMARY KEY (code, nr), CONSTRAINT part_of FOREIGN KEY (code) REFERENCES truncated_after_late_key (code) ON UPDATE CASCADE);
-- [before]
INSERT INTO truncated_after_late_key VALUES ('a', 'A'), ('b', 'B');
INSERT INTO truncated_after_late_key_more.truncated_after_late_key__part VALUES (1, 'a', 'a1'), (2, 'a', 'a2'), (1, 'b', 'b1');
-- [stream]
UPDATE truncated_after_late_key SET code = 'z', n = 'longer than five' WHERE code = 'a';
-- step: await applied
-- step: on target: ALTER TABLE truncated_after_late_key MODIFY n VARCHAR(20)
-- step: replay dead letters
UPDATE truncated_after_late_key SET code = 'y' WHERE code = 'b';
-- step: end dpu-service
UPDATE truncated_after_late_key SET code = 'x' WHERE code = 'y';
-- step: start dpu-service
UPDATE truncated_after_late_key SET code = 'w' WHERE code = 'x';
-- step: end dpu-service
TRUNCATE TABLE truncated_after_late_key_more.truncated_after_late_key__part;
INSERT INTO truncated_after_late_key_more.truncated_after_late_key__part VALUES (5, 'w', 'b5');
-- step: start dpu-service
-- [rows]
SELECT nr, code, n FROM truncated_after_late_key__part
5|w|b5
