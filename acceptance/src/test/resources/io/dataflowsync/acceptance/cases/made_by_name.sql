-- A table gets a name for which the pipeline file fills a column that only the target has with something else
-- Use: a shard's table is renamed when the shard moves, and the file says for either name where its rows come from; a live table is put aside, and the file has no section for the archive's name.
-- Expected: a halt at the RENAME: rows of before were made by the rules of before, and those that follow are made by others. Read again, what the file says of the new name.
-- Basis: the pipeline file, for the rows of the source.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
made_by_name__north: { target: made_by_name, columns: { region: { constant: north } } }
made_by_name__south: { target: made_by_name, columns: { region: { constant: south } } }
made_by_name__live: { columns: { label: { expression: "upper(v)" } } }
made_by_name__archive: { columns: { label: { expression: "concat('old ', v)" } } }
-- [source]
CREATE TABLE made_by_name__north (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE made_by_name__live (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
CREATE TABLE made_by_name (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), region VARCHAR(9)) AUTO_INCREMENT = 1001;
CREATE TABLE made_by_name__live (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), label VARCHAR(20)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO made_by_name__north VALUES (1, 'a'), (2, 'b');
INSERT INTO made_by_name__live VALUES (1, 'a'), (2, 'b');
-- [stream]
RENAME TABLE made_by_name__north TO made_by_name__south;
INSERT INTO made_by_name__south VALUES (3, 'c');
UPDATE made_by_name__south SET v = 'b!' WHERE id = 2;
-- step: halted schema-change-refused: on target: DELETE FROM made_by_name
-- step: await applied
-- step: dismiss dead letters
-- step: read again: made_by_name__south
RENAME TABLE made_by_name__live TO made_by_name__archive;
INSERT INTO made_by_name__archive VALUES (3, 'c');
-- step: halted schema-change-refused: on target: DELETE FROM made_by_name__live
-- step: await applied
-- step: dismiss dead letters
-- step: read again: made_by_name__archive
-- [rows]
SELECT v, region FROM made_by_name ORDER BY v
a|south
b!|south
c|south
SELECT v, label FROM made_by_name__archive ORDER BY v
a|old a
b|old b
c|old c
