-- ENUM and SET get other members while MINIMAL rows wait, then become text and a number; generated columns are made of them
-- Use: members are sorted.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE members_shift (id INT PRIMARY KEY AUTO_INCREMENT, e ENUM('a','b','c') DEFAULT 'b', s SET('x','y','z'), n INT AS (e + 0) STORED, t VARCHAR(20) AS (CONCAT(e, '-', s)) VIRTUAL, k INT);
-- [before]
SET SESSION sql_mode = '';
INSERT INTO members_shift (id, e, s) VALUES (1, 'a', 'x,z'), (2, 'c', 'y'), (3, 'nope', ''), (4, NULL, NULL);
-- [stream]
-- step: end dpu-service
SET SESSION sql_mode = '';
INSERT INTO members_shift (id, e, s) VALUES (5, 3, 7);
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE members_shift SET e = 'c' WHERE id = 1;
SET SESSION binlog_row_image = 'FULL';
ALTER TABLE members_shift DROP COLUMN n, DROP COLUMN t, MODIFY e ENUM('c','d','b','a') DEFAULT 'd', MODIFY s SET('z','w','y','x');
INSERT INTO members_shift (id, e, s) VALUES (6, 'd', 'w'), (7, 2, 3);
SET SESSION binlog_row_image = 'MINIMAL';
UPDATE members_shift SET s = 'x,w' WHERE id = 2;
UPDATE members_shift SET e = 'zzz' WHERE id = 6;
SET SESSION binlog_row_image = 'FULL';
ALTER TABLE members_shift MODIFY e VARCHAR(5) CHARACTER SET ucs2, ADD COLUMN n INT AS (LENGTH(e)) STORED;
UPDATE members_shift SET e = CONCAT(e, 'ж') WHERE id = 2;
-- step: start dpu-service
ALTER TABLE members_shift MODIFY s BIGINT UNSIGNED;
INSERT INTO members_shift (id, e, s) VALUES (8, 'f', 9);
-- [comparison]
-- [rows]
SELECT e, s, n FROM members_shift ORDER BY id
c|9|2
cж|10|4
|0|0
null|null|null
c|13|2
|2|0
d|3|2
f|9|2
