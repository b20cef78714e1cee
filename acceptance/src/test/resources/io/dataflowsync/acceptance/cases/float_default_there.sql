-- A FLOAT with a default is added, and somebody has run the very statement on the target before
-- Use: a migration is run by hand at both ends, the target first.
-- Expected: the lane goes on: the rows there have exactly what the source's rows get. A halt could not be ended: 0.1 of a FLOAT is never the 0.1 of the text.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE float_default_there (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
ALTER TABLE float_default_there AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO float_default_there VALUES (1, 'a'), (2, 'b');
-- [stream]
-- step: await applied
-- step: on target: ALTER TABLE float_default_there ADD COLUMN rate FLOAT NOT NULL DEFAULT 0.1
ALTER TABLE float_default_there ADD COLUMN rate FLOAT NOT NULL DEFAULT 0.1;
INSERT INTO float_default_there VALUES (3, 'c', 0.5);
-- step: if halted schema-change-refused: on target: UPDATE float_default_there SET rate = 0.1
-- [comparison]
-- [rows]
SELECT v, rate FROM float_default_there ORDER BY v
a|0.1
b|0.1
c|0.5
