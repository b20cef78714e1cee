-- A table gets another name, and the file gives a column another name on the topic under the one name alone
-- Use: a table is renamed, and its section in the file, with references and topic names, has only the old name.
-- Expected: a halt at the RENAME, since the same column is another one on the topic from there on; read again, what the file says of the rows.
-- Basis: the pipeline file: under the new name the column is plain, so it has the source's keys.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
as_under_one_name__order: { columns: { customer_id: { as: customer } }, references: { customer_id: as_under_one_name } }
-- [both]
CREATE TABLE as_under_one_name (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE as_under_one_name__order (id INT PRIMARY KEY AUTO_INCREMENT, customer_id INT, w VARCHAR(9));
-- [target]
ALTER TABLE as_under_one_name AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO as_under_one_name VALUES (1, 'a'), (2, 'b');
INSERT INTO as_under_one_name__order VALUES (1, 1, 'o1'), (2, 2, 'o2');
-- [stream]
RENAME TABLE as_under_one_name__order TO as_under_one_name__sale;
INSERT INTO as_under_one_name__sale VALUES (3, 2, 's3');
-- step: halted schema-change-refused: on target: DELETE FROM as_under_one_name__order
-- step: dismiss dead letters
-- step: read again: as_under_one_name__sale
INSERT INTO as_under_one_name__sale VALUES (4, 1, 's4');
-- [comparison]
-- [rows]
SELECT w, customer_id FROM as_under_one_name__sale ORDER BY w
o1|1
o2|2
s3|2
s4|1
