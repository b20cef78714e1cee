-- A text of the source becomes longer, and is a day, a number of noughts, or a decimal on the target
-- Use: an old schema has texts for everything; the target has types. The source's columns get more room.
-- Expected: a halt: the target makes a text of its day or number, which is written otherwise than the source has it. Read again, the source's texts.
-- Basis: the source's rows; its statement changes nothing in them.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE kept_text_of_day (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), d VARCHAR(10), n VARCHAR(10), p VARCHAR(10));
-- [target]
CREATE TABLE kept_text_of_day (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), d DATE, n INT, p DECIMAL(10,4)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO kept_text_of_day VALUES (1, 'a', '20200102', '007', '1.5');
-- [stream]
INSERT INTO kept_text_of_day VALUES (2, 'b', '2020-01-03', '8', '2.25');
ALTER TABLE kept_text_of_day MODIFY d VARCHAR(20), MODIFY n VARCHAR(20), MODIFY p VARCHAR(20);
-- step: halted schema-change-refused: on target: DELETE FROM kept_text_of_day
-- step: await applied
-- step: dismiss dead letters
-- step: read again: kept_text_of_day
INSERT INTO kept_text_of_day VALUES (3, 'c', 'soon', '009', 'free');
-- [rows]
SELECT v, d, n, p FROM kept_text_of_day ORDER BY v
a|20200102|007|1.5
b|2020-01-03|8|2.25
c|soon|009|free
