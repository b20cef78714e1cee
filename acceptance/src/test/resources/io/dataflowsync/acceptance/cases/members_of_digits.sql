-- ENUM and SET of digits get further members while schema changes are not carried: the target takes the new words for places
-- Use: ddl: stop, the default; contracts of one month besides those of 3, 6 and 12; a shop opens on days 6 and 7.
-- Expected: a halt or dead letters until the target has the members; then the source's rows.
-- Basis: the source's rows.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [both]
CREATE TABLE members_of_digits (id INT PRIMARY KEY AUTO_INCREMENT, months ENUM('3','6','12'), days SET('1','2','3','4','5'));
-- [target]
ALTER TABLE members_of_digits AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO members_of_digits VALUES (1, '3', '1,5'), (2, '12', '2');
-- [stream]
ALTER TABLE members_of_digits MODIFY months ENUM('1','3','6','12'), MODIFY days SET('1','2','3','4','5','6','7');
INSERT INTO members_of_digits VALUES (3, '1', '6');
UPDATE members_of_digits SET months = '1', days = '7' WHERE id = 2;
-- step: if halted: on target: ALTER TABLE members_of_digits MODIFY months ENUM('1','3','6','12'), MODIFY days SET('1','2','3','4','5','6','7')
-- step: await applied
-- step: on target: ALTER TABLE members_of_digits MODIFY months ENUM('1','3','6','12'), MODIFY days SET('1','2','3','4','5','6','7')
-- step: replay dead letters
-- [comparison]
-- [rows]
SELECT months, days FROM members_of_digits ORDER BY id
3|1,5
1|7
1|6
