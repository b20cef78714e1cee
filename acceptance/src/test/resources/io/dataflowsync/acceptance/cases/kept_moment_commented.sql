-- A TIMESTAMP of the source gets a comment, and is a DATETIME on the target; and the other way round
-- Use: the target was modernised first: DATETIME in UTC. Later somebody documents the column by MODIFY, in a session with a time zone.
-- Expected: a halt, as where the statement changes values: on the target it would make a TIMESTAMP of a DATETIME. The source's moments.
-- Basis: the source's rows; its statement changes nothing in them.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE kept_moment_commented (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), m TIMESTAMP NOT NULL DEFAULT '2000-01-01 00:00:00');
CREATE TABLE kept_moment_commented__back (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), m DATETIME, t TIMESTAMP NOT NULL DEFAULT '2000-01-01 00:00:00');
-- [target]
CREATE TABLE kept_moment_commented (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), m DATETIME NOT NULL) AUTO_INCREMENT = 1001;
CREATE TABLE kept_moment_commented__back (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), m TIMESTAMP NULL DEFAULT NULL, t TIMESTAMP NOT NULL DEFAULT '2000-01-01 00:00:00') AUTO_INCREMENT = 2001;
-- [before]
SET time_zone = '+00:00';
INSERT INTO kept_moment_commented VALUES (1, 'a', '2020-01-02 03:04:05');
INSERT INTO kept_moment_commented__back (id, v, m) VALUES (1, 'a', '2020-01-02 03:04:05');
-- [stream]
SET time_zone = '+05:00';
ALTER TABLE kept_moment_commented MODIFY m TIMESTAMP NOT NULL DEFAULT '2000-01-01 00:00:00' COMMENT 'when it came';
-- step: halted schema-change-refused: on target: DELETE FROM kept_moment_commented
-- step: await applied
-- step: dismiss dead letters
-- step: read again: kept_moment_commented
ALTER TABLE kept_moment_commented__back MODIFY m DATETIME COMMENT 'when it came';
-- step: halted schema-change-refused: on target: DELETE FROM kept_moment_commented__back
-- step: await applied
-- step: dismiss dead letters
-- step: read again: kept_moment_commented__back
SET time_zone = '+00:00';
INSERT INTO kept_moment_commented VALUES (2, 'b', '2021-01-02 03:04:05');
INSERT INTO kept_moment_commented__back (id, v, m) VALUES (2, 'b', '2021-01-02 03:04:05');
-- [rows]
SELECT v, UNIX_TIMESTAMP(m) FROM kept_moment_commented ORDER BY v
a|1577934245
b|1609556645
SELECT v, m FROM kept_moment_commented__back ORDER BY v
a|2020-01-02 03:04:05
b|2021-01-02 03:04:05
