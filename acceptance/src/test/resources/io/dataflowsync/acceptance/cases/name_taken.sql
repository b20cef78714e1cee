-- The source adds a column whose name a rule of the pipeline file has given to another one
-- Use: name is full_name on the target; months later the source's developers add a full_name of their own.
-- Expected: a halt that names the column, until the pipeline file has another name for it.
-- Basis: the pipeline file: the target's full_name is the source's name.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
name_taken: { columns: { name: full_name } }
-- [source]
CREATE TABLE name_taken (id INT PRIMARY KEY AUTO_INCREMENT, first VARCHAR(9), name VARCHAR(30));
-- [target]
CREATE TABLE name_taken (id INT PRIMARY KEY AUTO_INCREMENT, first VARCHAR(9), full_name VARCHAR(30)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO name_taken VALUES (1, 'Ada', 'Byron');
-- [stream]
ALTER TABLE name_taken ADD COLUMN full_name VARCHAR(30);
UPDATE name_taken SET full_name = CONCAT(first, ' ', name);
INSERT INTO name_taken (id, first, name) VALUES (2, 'Bob', 'Dean');
-- step: halted schema-change-refused: pipeline file: name_taken: { columns: { name: full_name, full_name: whole } }
-- [comparison]
-- [rows]
SELECT first, full_name, whole FROM name_taken ORDER BY first
Ada|Byron|Ada Byron
Bob|Dean|null
