-- A row of a snapshot without a key, of a table with a blank in its name and a foreign key, has a FLOAT of seven digits, and goes
-- Use: measurements per station.
-- Expected: a dead letter, as docs/type-mapping.md says; with the whole number on the target, its replay.
-- Basis: docs/type-mapping.md, What is not kept.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE gone_of_float (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE `gone_of_float__a b` (p INT, f FLOAT, CONSTRAINT gof_fk FOREIGN KEY (p) REFERENCES gone_of_float (id));
-- [before]
INSERT INTO gone_of_float VALUES (1, 'a');
INSERT INTO `gone_of_float__a b` VALUES (1, 20000.01), (1, 5);
-- [stream]
-- step: await applied
DELETE FROM `gone_of_float__a b` WHERE f > 10;
-- step: await applied
-- step: on target: UPDATE `gone_of_float__a b` SET f = 20000.01 WHERE f > 10
-- step: replay dead letters
-- [rows]
SELECT COUNT(*) FROM `gone_of_float__a b`
1
