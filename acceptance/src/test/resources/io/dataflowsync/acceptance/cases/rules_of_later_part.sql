-- One RENAME gives several tables other names, and the file has rules for the name of a later one
-- Use: a schema is put in order by one statement, and the pipeline file has the names to come, with a filter and a map.
-- Expected: a halt at the RENAME; read again, what the file says of the rows.
-- Basis: the pipeline file, for the rows of the source.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
rules_of_later_part__eu: { filter: "region == 'EU'" }
rules_of_later_part__tier: { columns: { tier: { map: { A: gold, B: silver } } } }
-- [both]
CREATE TABLE rules_of_later_part (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE rules_of_later_part__all (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), region CHAR(2));
CREATE TABLE rules_of_later_part__old (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), tier VARCHAR(9));
-- [before]
INSERT INTO rules_of_later_part VALUES (1, 'p');
INSERT INTO rules_of_later_part__all VALUES (1, 'a', 'EU'), (2, 'b', 'US');
INSERT INTO rules_of_later_part__old VALUES (1, 'x', 'A'), (2, 'y', 'B');
-- [stream]
RENAME TABLE rules_of_later_part TO rules_of_later_part__first, rules_of_later_part__all TO rules_of_later_part__eu, rules_of_later_part__old TO rules_of_later_part__tier;
INSERT INTO rules_of_later_part__eu VALUES (3, 'c', 'US'), (4, 'd', 'EU');
INSERT INTO rules_of_later_part__tier VALUES (3, 'z', 'A');
-- step: halted schema-change-refused: on target: DELETE FROM rules_of_later_part__all
-- step: on target: DELETE FROM rules_of_later_part__old
-- step: dismiss dead letters
-- step: read again: rules_of_later_part__eu
-- step: read again: rules_of_later_part__tier
INSERT INTO rules_of_later_part__first VALUES (2, 'q');
-- [comparison]
-- [rows]
SELECT v FROM rules_of_later_part__first ORDER BY v
p
q
SELECT v FROM rules_of_later_part__eu ORDER BY v
a
d
SELECT v, tier FROM rules_of_later_part__tier ORDER BY v
x|gold
y|silver
z|gold
