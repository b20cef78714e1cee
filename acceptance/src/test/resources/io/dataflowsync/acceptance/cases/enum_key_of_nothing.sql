-- A value that is no member stands in an ENUM of a key, beside rows that have its first member
-- Use: states in keys, written by an application that is not strict.
-- Expected: the source's rows.
-- Basis: the source's rows; MySQL's own replication carries the numbers.
-- Settings: none
-- [both]
CREATE TABLE enum_key_of_nothing (tenant INT, state ENUM('a','b') NOT NULL, v VARCHAR(9), PRIMARY KEY (tenant, state));
CREATE TABLE enum_key_of_nothing__unique (id INT PRIMARY KEY AUTO_INCREMENT, tenant INT, state ENUM('a','b') NOT NULL, UNIQUE KEY (tenant, state));
-- [before]
SET SESSION sql_mode = '';
INSERT INTO enum_key_of_nothing VALUES (1, 'a', 'one'), (1, 'zzz', 'two');
INSERT INTO enum_key_of_nothing__unique VALUES (1, 1, 'a'), (2, 1, 'zzz');
-- [stream]
SET SESSION sql_mode = '';
INSERT INTO enum_key_of_nothing VALUES (2, 'a', 'three'), (2, 'zzz', 'four');
INSERT INTO enum_key_of_nothing__unique VALUES (3, 2, 'a'), (4, 2, 'zzz'), (5, 3, 'b');
UPDATE enum_key_of_nothing SET v = 'changed' WHERE state + 0 = 0;
UPDATE enum_key_of_nothing__unique SET state = 0 WHERE id = 5;
-- [rows]
SELECT tenant, state + 0, v FROM enum_key_of_nothing ORDER BY tenant, state + 0
1|0.0|changed
1|1.0|one
2|0.0|changed
2|1.0|three
SELECT tenant, state + 0 FROM enum_key_of_nothing__unique ORDER BY tenant, state + 0
1|0.0
1|1.0
2|0.0
2|1.0
3|0.0
