-- A table joins that ties two others, while a row of the one is a dead letter, and the row is written again
-- Use: a table of links was left out, and is taken in before the dead letters of the week are dealt with.
-- Expected: the later change waits behind the dead letter, in whichever lane it is; or a halt until that is dealt with.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [pipeline]
lane_of_joining__link: { skip: true }
-- [both]
CREATE TABLE lane_of_joining__a (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE lane_of_joining__b (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(9));
CREATE TABLE lane_of_joining__link (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT, CONSTRAINT lane_of_joining_a FOREIGN KEY (a) REFERENCES lane_of_joining__a (id), CONSTRAINT lane_of_joining_b FOREIGN KEY (b) REFERENCES lane_of_joining__b (id));
-- [target]
ALTER TABLE lane_of_joining__b ADD UNIQUE KEY (n), AUTO_INCREMENT = 1001;
INSERT INTO lane_of_joining__b (id, n) VALUES (9, 'x');
-- [before]
INSERT INTO lane_of_joining__a VALUES (1, 'a1');
INSERT INTO lane_of_joining__b VALUES (1, 'b1'), (2, 'b2');
INSERT INTO lane_of_joining__link VALUES (1, 1, 2);
-- [stream]
UPDATE lane_of_joining__b SET n = 'x' WHERE id = 1;
-- step: await applied
-- step: pipeline file: lane_of_joining__link: {}
UPDATE lane_of_joining__b SET n = 'z' WHERE id = 1;
INSERT INTO lane_of_joining__link VALUES (2, 1, 1);
-- step: await applied
-- step: on target: DELETE FROM lane_of_joining__b WHERE id = 9
-- step: replay dead letters
INSERT INTO lane_of_joining__link VALUES (3, 1, 2);
-- [comparison]
-- [rows]
SELECT n FROM lane_of_joining__b ORDER BY n
b2
z
SELECT a.n, b.n FROM lane_of_joining__link l JOIN lane_of_joining__a a ON a.id = l.a JOIN lane_of_joining__b b ON b.id = l.b ORDER BY l.id
a1|b2
a1|z
a1|b2
