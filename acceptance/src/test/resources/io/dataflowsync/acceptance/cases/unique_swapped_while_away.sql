-- Two rows change unique values with each other while their table is left out, and it is read again
-- Use: places in a list, numbers of lockers; an outage is repaired with a snapshot of the table.
-- Expected: dead letters that name the value; the source's rows, once the row in the way has another value on the target and they are replayed.
-- Basis: the source's rows.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE unique_swapped_while_away (id INT PRIMARY KEY AUTO_INCREMENT, place INT NOT NULL UNIQUE, v VARCHAR(9));
-- [target]
ALTER TABLE unique_swapped_while_away AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO unique_swapped_while_away VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 3, 'c');
-- [stream]
-- step: await applied
SET SESSION sql_log_bin = 0;
UPDATE unique_swapped_while_away SET place = 9 WHERE id = 1;
UPDATE unique_swapped_while_away SET place = 1 WHERE id = 2;
UPDATE unique_swapped_while_away SET place = 2 WHERE id = 1;
SET SESSION sql_log_bin = 1;
-- step: read again: unique_swapped_while_away
-- step: await applied
-- step: on target: UPDATE unique_swapped_while_away SET place = 999 WHERE v = 'b'
-- step: replay dead letters
-- [rows]
SELECT place, v FROM unique_swapped_while_away ORDER BY place
1|b
2|a
3|c
