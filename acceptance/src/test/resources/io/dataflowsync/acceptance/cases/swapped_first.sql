-- Two columns change names; somebody has run the very statement on the target before
-- Use: a migration is run by hand at both ends, the target first.
-- Expected: a halt: whether it was done there is not known by the names. Passed, the source's rows.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE swapped_first (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), a INT, b INT);
-- [target]
ALTER TABLE swapped_first AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO swapped_first VALUES (1, 'x', 1, 10), (2, 'y', 2, 20);
-- [stream]
-- step: await applied
-- step: on target: ALTER TABLE swapped_first CHANGE a b INT, CHANGE b a INT
ALTER TABLE swapped_first CHANGE a b INT, CHANGE b a INT;
INSERT INTO swapped_first (id, v, a, b) VALUES (3, 'z', 30, 3);
-- step: if halted schema-change-refused: pass statement
-- [comparison]
-- [rows]
SELECT v, a, b FROM swapped_first ORDER BY v
x|10|1
y|20|2
z|30|3
