-- REPLACE meets two rows by two unique keys, with children that cascade, are emptied, and have no key, behind
-- Use: an import of users by number and by mail.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE replaced_by_two_keys (id INT PRIMARY KEY AUTO_INCREMENT, mail VARCHAR(20) NOT NULL, v VARCHAR(9), UNIQUE KEY (mail));
CREATE TABLE replaced_by_two_keys__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9), CONSTRAINT rtk_1 FOREIGN KEY (p) REFERENCES replaced_by_two_keys (id) ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE replaced_by_two_keys__log (mail VARCHAR(20), w VARCHAR(9), CONSTRAINT rtk_2 FOREIGN KEY (mail) REFERENCES replaced_by_two_keys (mail) ON DELETE SET NULL ON UPDATE CASCADE);
CREATE TABLE replaced_by_two_keys__import (id INT, mail VARCHAR(20), v VARCHAR(9));
-- [target]
ALTER TABLE replaced_by_two_keys AUTO_INCREMENT = 2;
-- [before]
INSERT INTO replaced_by_two_keys VALUES (1, 'a@', 'a'), (2, 'b@', 'b'), (3, 'c@', 'c');
INSERT INTO replaced_by_two_keys__kid VALUES (1, 1, 'k1'), (2, 2, 'k2'), (3, 3, 'k3');
INSERT INTO replaced_by_two_keys__log VALUES ('a@', 'l1'), ('b@', 'l2'), ('c@', 'l3');
-- [stream]
-- step: end dpu-service
REPLACE INTO replaced_by_two_keys VALUES (1, 'B@', 'ab');
INSERT INTO replaced_by_two_keys__kid VALUES (4, 1, 'k4');
INSERT INTO replaced_by_two_keys__log VALUES ('b@', 'l4');
INSERT INTO replaced_by_two_keys__import VALUES (3, 'd@', 'd'), (4, 'c@', 'c4'), (5, 'B@', 'b5');
REPLACE INTO replaced_by_two_keys SELECT * FROM replaced_by_two_keys__import ORDER BY id;
INSERT INTO replaced_by_two_keys VALUES (5, 'e@', 'e') ON DUPLICATE KEY UPDATE mail = VALUES(mail), v = 'dup';
INSERT IGNORE INTO replaced_by_two_keys VALUES (4, 'x@', 'no'), (6, 'E@', 'no'), (6, 'f@', 'f');
UPDATE replaced_by_two_keys__log SET mail = 'f@' WHERE mail IS NULL AND w = 'l1';
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT mail, v FROM replaced_by_two_keys ORDER BY v
c@|c4
d@|d
e@|dup
f@|f
SELECT k.w, p.v FROM replaced_by_two_keys__kid k LEFT JOIN replaced_by_two_keys p ON p.id = k.p ORDER BY k.w
SELECT w, mail FROM replaced_by_two_keys__log ORDER BY w
l1|f@
l2|null
l3|null
l4|null
