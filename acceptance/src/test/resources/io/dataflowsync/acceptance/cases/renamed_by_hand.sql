-- ddl: stop: a table with a filter gets a name that has none in the file, and somebody runs the RENAME on the target before he is asked for the rows
-- Use: the halt is known from the last time, so the statement is run there at once.
-- Expected: the lane stands until the rows of before are gone, under whichever name; read again, what the file says of the rows.
-- Basis: the pipeline file, for the rows of the source.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [pipeline]
renamed_by_hand: { filter: "region == 'EU'" }
-- [both]
CREATE TABLE renamed_by_hand (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), region CHAR(2));
-- [before]
INSERT INTO renamed_by_hand VALUES (1, 'a', 'EU'), (2, 'b', 'US');
-- [stream]
RENAME TABLE renamed_by_hand TO renamed_by_hand__all;
INSERT INTO renamed_by_hand__all VALUES (3, 'c', 'US'), (4, 'd', 'EU');
-- step: halted schema-change-refused: on target: RENAME TABLE renamed_by_hand TO renamed_by_hand__all
-- step: halted schema-change-refused: on target: DELETE FROM renamed_by_hand__all
-- step: dismiss dead letters
-- step: read again: renamed_by_hand__all
INSERT INTO renamed_by_hand__all VALUES (5, 'e', 'EU');
-- [comparison]
-- [rows]
SELECT v FROM renamed_by_hand__all ORDER BY v
a
b
c
d
e
