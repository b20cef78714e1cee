-- With ddl: stop columns are dropped and stay on the target; new ones get their names, whose rows get what the statement does not write out: the first member, midnight, the clock
-- Use: a column is given up, and months later there is one of that name again.
-- Expected: a halt at each: the rows on the target have the values of the earlier one.
-- Basis: the source's rows.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [both]
CREATE TABLE left_there_unsaid__member (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), e ENUM('x', 'y'));
CREATE TABLE left_there_unsaid__time (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), t TIME);
CREATE TABLE left_there_unsaid__clock (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), at DATETIME);
-- [before]
INSERT INTO left_there_unsaid__member VALUES (1, 'a', 'y'), (2, 'b', NULL);
INSERT INTO left_there_unsaid__time VALUES (1, 'a', '12:34:56'), (2, 'b', NULL);
INSERT INTO left_there_unsaid__clock VALUES (1, 'a', '2020-01-02 03:04:05'), (2, 'b', NULL);
-- [stream]
ALTER TABLE left_there_unsaid__member DROP COLUMN e;
ALTER TABLE left_there_unsaid__member ADD COLUMN e ENUM('x', 'y') NOT NULL;
UPDATE left_there_unsaid__member SET v = 'bb', e = 'y' WHERE id = 2;
-- step: if halted schema-change-refused: on target: UPDATE left_there_unsaid__member SET e = 'x'
ALTER TABLE left_there_unsaid__time DROP COLUMN t;
ALTER TABLE left_there_unsaid__time ADD COLUMN t TIME NOT NULL;
UPDATE left_there_unsaid__time SET v = 'bb', t = '01:00:00' WHERE id = 2;
-- step: if halted schema-change-refused: on target: UPDATE left_there_unsaid__time SET t = '00:00:00'
ALTER TABLE left_there_unsaid__clock DROP COLUMN at;
SET timestamp = 1000000000, time_zone = '+00:00';
ALTER TABLE left_there_unsaid__clock ADD COLUMN at DATETIME DEFAULT CURRENT_TIMESTAMP;
UPDATE left_there_unsaid__clock SET v = 'bb', at = '2021-01-01 00:00:00' WHERE id = 2;
-- step: if halted schema-change-refused: on target: UPDATE left_there_unsaid__clock SET at = '2001-09-09 01:46:40'
-- [comparison]
-- [rows]
SELECT v, e FROM left_there_unsaid__member ORDER BY v
a|x
bb|y
SELECT v, t FROM left_there_unsaid__time ORDER BY v
a|00:00:00
bb|01:00:00
SELECT v, at FROM left_there_unsaid__clock ORDER BY v
a|2001-09-09 01:46:40
bb|2021-01-01 00:00:00
