-- A time of day becomes a moment, in sessions whose day is another one than in UTC
-- Use: a column gets its date at last; the rows that are there get the day of the statement, as the session's clock has it.
-- Expected: a halt; read again, the source's rows.
-- Basis: by reasoning: the server adds the day of the session's zone. It is not certain whether it tells the zone in the binlog for that.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE time_gets_day (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), t TIME);
CREATE TABLE time_gets_day__west (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), t TIME);
-- [target]
ALTER TABLE time_gets_day AUTO_INCREMENT = 1001;
ALTER TABLE time_gets_day__west AUTO_INCREMENT = 2001;
-- [before]
INSERT INTO time_gets_day VALUES (1, 'a', '10:11:12');
INSERT INTO time_gets_day__west VALUES (1, 'a', '10:11:12');
-- [stream]
SET SESSION time_zone = '+13:00', timestamp = 1577880000;
ALTER TABLE time_gets_day MODIFY t DATETIME;
-- step: halted schema-change-refused: on target: DELETE FROM time_gets_day
-- step: dismiss dead letters
-- step: read again: time_gets_day
SET SESSION time_zone = '-12:00', timestamp = 1577840400;
ALTER TABLE time_gets_day__west MODIFY t DATETIME;
-- step: halted schema-change-refused: on target: DELETE FROM time_gets_day__west
-- step: dismiss dead letters
-- step: read again: time_gets_day__west
INSERT INTO time_gets_day VALUES (2, 'b', '2020-05-05 00:00:00');
-- [rows]
SELECT v, t FROM time_gets_day ORDER BY v
a|2020-01-02 10:11:12
b|2020-05-05 00:00:00
SELECT v, t FROM time_gets_day__west ORDER BY v
a|2019-12-31 10:11:12
