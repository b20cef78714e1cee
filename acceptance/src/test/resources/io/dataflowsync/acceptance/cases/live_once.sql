-- A mail is unique among the rows that are not deleted softly, by a virtual column in a unique key, and changes hands, behind
-- Use: soft deletes with a unique key; rows are deleted, made anew and restored within one transaction.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE live_once (id INT PRIMARY KEY AUTO_INCREMENT, mail VARCHAR(20), gone DATETIME, live TINYINT AS (IF(gone IS NULL, 1, NULL)) VIRTUAL, place INT, UNIQUE KEY (mail, live), UNIQUE KEY (place));
-- [target]
ALTER TABLE live_once AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO live_once (id, mail, gone, place) VALUES (1, 'a@', NULL, 1), (2, 'b@', NULL, 2), (3, 'a@', '2001-01-01', NULL);
-- [stream]
-- step: end dpu-service
START TRANSACTION;
UPDATE live_once SET gone = '2002-02-02', place = NULL WHERE id = 1;
INSERT INTO live_once (id, mail, place) VALUES (4, 'A@', 1);
COMMIT;
START TRANSACTION;
DELETE FROM live_once WHERE id = 4;
UPDATE live_once SET gone = NULL, place = 1 WHERE id = 3;
UPDATE live_once SET mail = 'x@' WHERE id = 3;
UPDATE live_once SET mail = 'a@' WHERE id = 2;
UPDATE live_once SET mail = 'b@' WHERE id = 3;
COMMIT;
UPDATE live_once SET place = CASE id WHEN 2 THEN 3 WHEN 3 THEN 2 END WHERE id IN (2, 3) ORDER BY id;
UPDATE live_once SET mail = UPPER(mail) WHERE gone IS NULL;
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT mail, gone, live, place FROM live_once ORDER BY mail, gone
A@|null|1|3
a@|2002-02-02 00:00:00|null|null
B@|null|1|2
