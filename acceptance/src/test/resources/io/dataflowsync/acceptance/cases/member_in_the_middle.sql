-- A member of an ENUM and of a SET is added in the middle
-- Use: a new state comes between two others.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- [both]
CREATE TABLE member_in_the_middle (id INT PRIMARY KEY AUTO_INCREMENT, e ENUM('new', 'done'), s SET('a', 'c'));
-- [before]
INSERT INTO member_in_the_middle VALUES (1, 'done', 'c');
-- [stream]
INSERT INTO member_in_the_middle VALUES (2, 'done', 'a,c');
ALTER TABLE member_in_the_middle MODIFY e ENUM('new', 'o''pen', 'done'), CHANGE s s SET('a', 'b', 'c');
INSERT INTO member_in_the_middle VALUES (3, 'done', 'b,c'), (4, 'o''pen', 'b');
UPDATE member_in_the_middle SET s = 'c' WHERE id = 2;
-- [comparison]
-- [rows]
SELECT e, s FROM member_in_the_middle ORDER BY id
done|c
done|c
done|b,c
o'pen|b
