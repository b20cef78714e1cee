-- CONVERT TO the character set that all of the source's texts have already; the target's texts are made by a map and a constant, in other letters
-- Use: codes become words on the target; somebody tidies up the source, in a session that is not strict.
-- Expected: a halt, or the words stay.
-- Basis: the pipeline file.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
mapped_text_converted: { columns: { tier: { map: { A: "золото" } }, region: { constant: "север" } } }
-- [source]
CREATE TABLE mapped_text_converted (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), tier VARCHAR(9)) DEFAULT CHARSET latin1;
-- [target]
CREATE TABLE mapped_text_converted (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), tier VARCHAR(9), region VARCHAR(9)) AUTO_INCREMENT = 1001 DEFAULT CHARSET utf8mb4;
-- [before]
INSERT INTO mapped_text_converted VALUES (1, 'a', 'A'), (2, 'b', 'B');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE mapped_text_converted CONVERT TO CHARACTER SET latin1;
-- step: halted schema-change-refused: pass statement
UPDATE mapped_text_converted SET v = 'bb' WHERE id = 2;
-- [rows]
SELECT v, tier, region FROM mapped_text_converted ORDER BY v
a|золото|север
bb|B|север
