-- A text in latin1 becomes longer, and is bytes on the target
-- Use: the target keeps names as bytes, so that nothing compares them; the source's column gets more room.
-- Expected: a halt, or the source's text: the bytes on the target are those of utf8mb4, and the statement takes them for latin1.
-- Basis: the source's rows; its statement changes nothing in them.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [source]
CREATE TABLE kept_text_of_bytes (id INT PRIMARY KEY AUTO_INCREMENT, k VARCHAR(9), v VARCHAR(20) CHARACTER SET latin1);
-- [target]
CREATE TABLE kept_text_of_bytes (id INT PRIMARY KEY AUTO_INCREMENT, k VARCHAR(9), v VARBINARY(80)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO kept_text_of_bytes VALUES (1, 'a', 'né');
-- [stream]
ALTER TABLE kept_text_of_bytes MODIFY v VARCHAR(40) CHARACTER SET latin1;
-- step: halted schema-change-refused: on target: DELETE FROM kept_text_of_bytes
-- step: await applied
-- step: dismiss dead letters
-- step: read again: kept_text_of_bytes
INSERT INTO kept_text_of_bytes VALUES (2, 'b', 'ü');
-- [rows]
SELECT k, CONVERT(v USING utf8mb4) FROM kept_text_of_bytes ORDER BY k
a|né
b|ü
