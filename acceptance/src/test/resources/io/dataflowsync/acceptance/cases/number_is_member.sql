-- A number of the source is an ENUM of digits on the target, and a SET
-- Use: the target's table has the words instead: level TINYINT there, ENUM('0','1','2','3') here.
-- Expected: the member that is written as the number, or a dead letter; not the member at that place.
-- Basis: by reasoning: the values that the source has.
-- Settings: none
-- Pipeline: in turn
-- [source]
CREATE TABLE number_is_member (id INT PRIMARY KEY AUTO_INCREMENT, level TINYINT, day TINYINT);
-- [target]
CREATE TABLE number_is_member (id INT PRIMARY KEY AUTO_INCREMENT, level ENUM('0','1','2','3'), day SET('1','2','3','4','5','6','7'));
-- [before]
INSERT INTO number_is_member VALUES (1, 1, 1);
-- [stream]
INSERT INTO number_is_member VALUES (2, 3, 5);
UPDATE number_is_member SET level = 2, day = 3 WHERE id = 1;
-- [comparison]
-- [rows]
SELECT level, day FROM number_is_member ORDER BY id
2|3
3|5
