-- TRUNCATE of tables whose rows came as dead letters that were replayed, and changed their keys meanwhile
-- Use: what was applied late is to go, too.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE truncated_after_replay (k VARCHAR(9) PRIMARY KEY, v VARCHAR(20));
CREATE TABLE truncated_after_replay__num (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20));
-- [target]
ALTER TABLE truncated_after_replay MODIFY v VARCHAR(5);
ALTER TABLE truncated_after_replay__num MODIFY v VARCHAR(5);
INSERT INTO truncated_after_replay VALUES ('own', 'own');
-- [before]
INSERT INTO truncated_after_replay VALUES ('a', 'a'), ('b', 'longer than five');
INSERT INTO truncated_after_replay__num VALUES (1, 'a'), (2, 'longer than five');
-- [stream]
INSERT INTO truncated_after_replay VALUES ('c', 'longer than five'), ('d', 'd');
UPDATE truncated_after_replay SET k = 'e' WHERE k = 'c';
UPDATE truncated_after_replay SET k = 'f', v = 'longer than that' WHERE k = 'd';
INSERT INTO truncated_after_replay__num VALUES (3, 'longer than five');
-- step: await applied
-- step: on target: ALTER TABLE truncated_after_replay MODIFY v VARCHAR(20)
-- step: on target: ALTER TABLE truncated_after_replay__num MODIFY v VARCHAR(20)
-- step: replay dead letters
TRUNCATE TABLE truncated_after_replay;
TRUNCATE TABLE truncated_after_replay__num;
INSERT INTO truncated_after_replay VALUES ('z', 'z');
-- [rows]
SELECT k, v FROM truncated_after_replay WHERE k <> 'own'
z|z
SELECT v FROM truncated_after_replay__num
