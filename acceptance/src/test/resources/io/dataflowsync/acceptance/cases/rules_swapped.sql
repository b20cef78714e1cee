-- A copy of a table takes its place, and with the name the rules of the pipeline file
-- Use: copy and swap by hand (RENAME t TO t_old, t_new TO t); t has a filter, or a map, and t_new has no section in the file.
-- Expected: a halt at the RENAME; read again, what the file says of the rows. Names that have the same rules halt nothing.
-- Basis: the pipeline file, for the rows of the source.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
rules_swapped: { filter: "region == 'EU'" }
rules_swapped__tier: { columns: { tier: { map: { A: gold, B: silver } } } }
rules_swapped__same: { filter: "region == 'EU'" }
rules_swapped__same_new: { filter: "region == 'EU'" }
rules_swapped__same_old: { filter: "region == 'EU'" }
-- [both]
CREATE TABLE rules_swapped (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), region CHAR(2));
CREATE TABLE rules_swapped__tier (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), tier VARCHAR(9));
CREATE TABLE rules_swapped__same (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), region CHAR(2));
-- [before]
INSERT INTO rules_swapped VALUES (1, 'a', 'EU'), (2, 'b', 'US');
INSERT INTO rules_swapped__tier VALUES (1, 'x', 'A'), (2, 'y', 'B');
INSERT INTO rules_swapped__same VALUES (1, 'a', 'EU'), (2, 'b', 'US');
-- [stream]
CREATE TABLE rules_swapped__new LIKE rules_swapped;
INSERT INTO rules_swapped__new SELECT * FROM rules_swapped;
RENAME TABLE rules_swapped TO rules_swapped__old, rules_swapped__new TO rules_swapped;
INSERT INTO rules_swapped VALUES (3, 'c', 'US'), (4, 'd', 'EU');
-- step: halted schema-change-refused: on target: DELETE FROM rules_swapped
-- step: on target: DELETE FROM rules_swapped__new
-- step: dismiss dead letters
-- step: read again: rules_swapped
-- step: read again: rules_swapped__old
CREATE TABLE rules_swapped__tier_new (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), tier VARCHAR(9));
INSERT INTO rules_swapped__tier_new SELECT * FROM rules_swapped__tier;
RENAME TABLE rules_swapped__tier TO rules_swapped__tier_old, rules_swapped__tier_new TO rules_swapped__tier;
INSERT INTO rules_swapped__tier VALUES (3, 'z', 'A');
-- step: halted schema-change-refused: on target: DELETE FROM rules_swapped__tier
-- step: on target: DELETE FROM rules_swapped__tier_new
-- step: dismiss dead letters
-- step: read again: rules_swapped__tier
-- step: read again: rules_swapped__tier_old
CREATE TABLE rules_swapped__same_new LIKE rules_swapped__same;
INSERT INTO rules_swapped__same_new SELECT * FROM rules_swapped__same;
RENAME TABLE rules_swapped__same TO rules_swapped__same_old, rules_swapped__same_new TO rules_swapped__same;
INSERT INTO rules_swapped__same VALUES (3, 'c', 'US'), (4, 'd', 'EU');
-- [comparison]
-- [rows]
SELECT v FROM rules_swapped ORDER BY v
a
d
SELECT v FROM rules_swapped__old ORDER BY v
a
b
SELECT v, tier FROM rules_swapped__tier ORDER BY v
x|gold
y|silver
z|gold
SELECT v, tier FROM rules_swapped__tier_old ORDER BY v
x|A
y|B
SELECT v FROM rules_swapped__same ORDER BY v
a
d
