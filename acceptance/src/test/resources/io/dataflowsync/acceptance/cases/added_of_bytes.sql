-- A stored column is added that is made of the bytes of a text, and the target's text has another character set
-- Use: a check sum and a length for every name. The source is latin1, the target utf8mb4.
-- Expected: a halt before the statement as long as there are rows, then one before the first row; as plain columns they get the source's values.
-- Basis: by reasoning: é is one byte here and two there; the source computes the column in its rows in no event.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE added_of_bytes (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20)) DEFAULT CHARSET latin1;
-- [target]
CREATE TABLE added_of_bytes (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(20)) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4;
-- [before]
INSERT INTO added_of_bytes VALUES (1, 'é'), (2, 'abc');
-- [stream]
ALTER TABLE added_of_bytes ADD COLUMN bytes INT AS (LENGTH(v)) STORED, ADD COLUMN digest CHAR(32) AS (MD5(v)) STORED;
-- step: halted schema-change-refused: on target: DELETE FROM added_of_bytes
-- step: dismiss dead letters
-- step: read again: added_of_bytes
-- step: halted target-computes: on target: ALTER TABLE added_of_bytes MODIFY bytes INT, MODIFY digest CHAR(32)
INSERT INTO added_of_bytes (id, v) VALUES (3, 'x');
-- [rows]
SELECT v, bytes, digest FROM added_of_bytes ORDER BY v
abc|3|900150983cd24fb0d6963f7d28e17f72
é|1|3406877694691ddd1dfb0aca54681407
x|1|9dd4e461268c8034f5c8564e155c67a6
