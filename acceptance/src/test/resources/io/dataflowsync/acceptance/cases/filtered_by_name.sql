-- Another column gets the name that a filter or an expression reads; the column that a filter reads is dropped, and comes again
-- Use: a migration in the usual way: a new column is filled, the old one is dropped, and the new one gets its name.
-- Expected: a halt; read again, the rows that match now.
-- Basis: by reasoning: what the filter and the expression make of the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
filtered_by_name: { filter: "state == 1" }
filtered_by_name__label: { columns: { label: { expression: "upper(name)" } } }
filtered_by_name__swap: { filter: "state == 1" }
filtered_by_name__again: { filter: "active == 1" }
filtered_by_name__case: { filter: "state == 1" }
-- [both]
CREATE TABLE filtered_by_name (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state INT, state_new INT);
CREATE TABLE filtered_by_name__swap (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state INT, other INT);
CREATE TABLE filtered_by_name__again (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), active INT);
CREATE TABLE filtered_by_name__case (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state INT);
-- [source]
CREATE TABLE filtered_by_name__label (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), name_new VARCHAR(9));
-- [target]
CREATE TABLE filtered_by_name__label (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), name_new VARCHAR(9), label VARCHAR(9));
-- [before]
INSERT INTO filtered_by_name VALUES (1, 'a', 1, 0), (2, 'b', 0, 1), (3, 'c', 1, 1);
INSERT INTO filtered_by_name__label VALUES (1, 'x', 'xx'), (2, 'y', 'yy');
INSERT INTO filtered_by_name__swap VALUES (1, 'a', 1, 0), (2, 'b', 0, 1);
INSERT INTO filtered_by_name__again VALUES (1, 'a', 1), (2, 'b', 0);
INSERT INTO filtered_by_name__case VALUES (1, 'a', 1), (2, 'b', 0);
-- [stream]
ALTER TABLE filtered_by_name DROP COLUMN state, CHANGE state_new state INT;
INSERT INTO filtered_by_name VALUES (4, 'd', 1);
-- step: halted schema-change-refused: on target: DELETE FROM filtered_by_name
-- step: dismiss dead letters
-- step: read again: filtered_by_name
ALTER TABLE filtered_by_name__label DROP COLUMN name, CHANGE name_new name VARCHAR(9);
INSERT INTO filtered_by_name__label VALUES (3, 'zz');
-- step: halted schema-change-refused: on target: DELETE FROM filtered_by_name__label
-- step: dismiss dead letters
-- step: read again: filtered_by_name__label
ALTER TABLE filtered_by_name__swap CHANGE state other INT, CHANGE other state INT;
-- step: halted schema-change-refused: on target: DELETE FROM filtered_by_name__swap
-- step: dismiss dead letters
-- step: read again: filtered_by_name__swap
ALTER TABLE filtered_by_name__again DROP COLUMN active;
ALTER TABLE filtered_by_name__again ADD COLUMN active INT;
UPDATE filtered_by_name__again SET active = 1 WHERE id = 2;
-- step: halted schema-change-refused: on target: DELETE FROM filtered_by_name__again
-- step: dismiss dead letters
-- step: read again: filtered_by_name__again
ALTER TABLE filtered_by_name__case CHANGE state State INT;
ALTER TABLE filtered_by_name__case CHANGE State state INT;
INSERT INTO filtered_by_name__case VALUES (3, 'c', 1);
-- step: halted schema-change-refused: on target: DELETE FROM filtered_by_name__case
-- step: dismiss dead letters
-- step: read again: filtered_by_name__case
-- [comparison]
-- [rows]
SELECT v, state FROM filtered_by_name ORDER BY v
b|1
c|1
d|1
SELECT name, label FROM filtered_by_name__label ORDER BY name
xx|XX
yy|YY
zz|ZZ
SELECT v, state FROM filtered_by_name__swap ORDER BY v
b|1
SELECT v, active FROM filtered_by_name__again ORDER BY v
b|1
SELECT v, state FROM filtered_by_name__case ORDER BY v
a|1
c|1
