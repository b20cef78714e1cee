-- cdc-service ends right behind a table that was made like another, renamed, made again, picked
-- Use: an update of the services in the middle of a deployment.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE like_then_away (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [before]
INSERT INTO like_then_away VALUES (1, 'one'), (2, 'two');
-- [stream]
CREATE TABLE like_then_away__made LIKE like_then_away;
-- step: await applied
-- step: end cdc-service
-- step: start cdc-service
INSERT INTO like_then_away__made SELECT * FROM like_then_away;
RENAME TABLE like_then_away__made TO like_then_away__other;
-- step: await applied
-- step: end cdc-service
ALTER TABLE like_then_away__other ADD w INT DEFAULT 3;
-- step: start cdc-service
INSERT INTO like_then_away__other VALUES (3, 'three', 4);
DROP TABLE like_then_away;
CREATE TABLE like_then_away LIKE like_then_away__other;
-- step: await applied
-- step: end cdc-service
-- step: start cdc-service
INSERT INTO like_then_away VALUES (1, 'again', 1);
CREATE TABLE like_then_away__picked (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
INSERT INTO like_then_away__picked SELECT id, v FROM like_then_away__other;
-- step: end cdc-service
-- step: start cdc-service
UPDATE like_then_away__picked SET v = 'set' WHERE id = 2;
-- [comparison]
-- [rows]
SELECT v, w FROM like_then_away__other ORDER BY w, v
one|3
two|3
three|4
SELECT v, w FROM like_then_away
again|1
SELECT v FROM like_then_away__picked ORDER BY v
one
set
three
