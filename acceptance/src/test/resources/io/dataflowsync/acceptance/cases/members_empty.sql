-- The empty word is a member of an ENUM and of a SET, and other rows have a value that is no member
-- Use: ENUM('', 'a') of old applications that are not strict: '' is chosen, and 0 is what an error left.
-- Expected: the source's members, by their numbers.
-- Basis: MySQL's own replication carries the numbers.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE members_empty (id INT PRIMARY KEY AUTO_INCREMENT, e ENUM('','a','b'), s SET('','a'));
CREATE TABLE members_empty__loose (who INT, e ENUM('a',''));
-- [before]
SET SESSION sql_mode = '';
INSERT INTO members_empty VALUES (1, '', ''), (2, 'zzz', 1), (3, 'a', 3);
-- [stream]
SET SESSION sql_mode = '';
INSERT INTO members_empty VALUES (4, '', ''), (5, 'zzz', 1), (6, 'b', 3), (7, 'a', 2);
UPDATE members_empty SET e = 0 WHERE id = 6;
INSERT INTO members_empty__loose VALUES (1, ''), (1, 'zzz');
-- step: await applied
DELETE FROM members_empty__loose WHERE e + 0 = 0;
-- [rows]
SELECT e + 0, s + 0 FROM members_empty ORDER BY id
1.0|0.0
0.0|1.0
2.0|3.0
1.0|0.0
0.0|1.0
0.0|3.0
2.0|2.0
SELECT who, e + 0 FROM members_empty__loose
1|2.0
