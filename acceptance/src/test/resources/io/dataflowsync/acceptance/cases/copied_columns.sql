-- A tool copies by names: a column that is dropped and added again keeps its values, and one with another name may lose them
-- Use: pt-online-schema-change copies the columns that both tables have (DROP x, ADD x keeps x); gh-ost --skip-renamed-columns, and old pt-online-schema-change, do not copy a column that CHANGE gives another name.
-- Expected: a halt, since no event tells what was copied; read again, the source's rows. Who knows that the tool has copied the values may give the column its name by hand.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE copied_columns (id INT PRIMARY KEY AUTO_INCREMENT, code INT, v VARCHAR(9));
CREATE TABLE copied_columns__lost (id INT PRIMARY KEY AUTO_INCREMENT, code INT, v VARCHAR(9));
CREATE TABLE copied_columns__named (id INT PRIMARY KEY AUTO_INCREMENT, code INT, v VARCHAR(9));
CREATE TABLE copied_columns__twice (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), price DECIMAL(6,2));
CREATE TABLE copied_columns__empty (id INT PRIMARY KEY AUTO_INCREMENT, code INT, v VARCHAR(9));
CREATE TABLE copied_columns__made (id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9), v VARCHAR(9));
-- [before]
INSERT INTO copied_columns VALUES (1, 10, 'a'), (2, 20, 'b');
INSERT INTO copied_columns__lost VALUES (1, 10, 'a'), (2, 20, 'b');
INSERT INTO copied_columns__named VALUES (1, 10, 'a'), (2, 20, 'b');
INSERT INTO copied_columns__twice VALUES (1, 'a', 1.25);
INSERT INTO copied_columns__made VALUES (1, '10', 'a'), (2, '7x', 'b');
-- [stream]
CREATE TABLE _copied_columns_new LIKE copied_columns;
ALTER TABLE _copied_columns_new DROP COLUMN code, ADD COLUMN code VARCHAR(20) AFTER v;
INSERT LOW_PRIORITY IGNORE INTO _copied_columns_new (id, v, code) SELECT id, v, code FROM copied_columns LOCK IN SHARE MODE;
RENAME TABLE copied_columns TO _copied_columns_old, _copied_columns_new TO copied_columns;
INSERT INTO copied_columns VALUES (3, 'c', '30');
UPDATE copied_columns SET v = 'b!' WHERE id = 2;
DROP TABLE IF EXISTS _copied_columns_old;
-- step: halted schema-change-refused: on target: DELETE FROM copied_columns
-- step: dismiss dead letters
-- step: read again: copied_columns
CREATE TABLE _copied_columns__lost_gho LIKE copied_columns__lost;
ALTER TABLE _copied_columns__lost_gho CHANGE code nr INT;
INSERT IGNORE INTO _copied_columns__lost_gho (id, v) SELECT id, v FROM copied_columns__lost LOCK IN SHARE MODE;
RENAME TABLE copied_columns__lost TO _copied_columns__lost_del, _copied_columns__lost_gho TO copied_columns__lost;
INSERT INTO copied_columns__lost VALUES (3, 30, 'c');
DROP TABLE IF EXISTS _copied_columns__lost_del;
-- step: halted schema-change-refused: on target: DELETE FROM copied_columns__lost
-- step: dismiss dead letters
-- step: read again: copied_columns__lost
CREATE TABLE _copied_columns__named_gho LIKE copied_columns__named;
ALTER TABLE _copied_columns__named_gho CHANGE code nr BIGINT;
INSERT IGNORE INTO _copied_columns__named_gho (id, nr, v) SELECT id, code, v FROM copied_columns__named LOCK IN SHARE MODE;
RENAME TABLE copied_columns__named TO _copied_columns__named_del, _copied_columns__named_gho TO copied_columns__named;
INSERT INTO copied_columns__named VALUES (3, 30, 'c');
-- step: halted schema-change-refused: on target: ALTER TABLE copied_columns__named CHANGE code nr BIGINT
CREATE TABLE _copied_columns__twice_new LIKE copied_columns__twice;
ALTER TABLE _copied_columns__twice_new MODIFY price DECIMAL(6,0), ADD COLUMN n INT DEFAULT 1;
ALTER TABLE _copied_columns__twice_new MODIFY price DECIMAL(8,2), MODIFY n INT DEFAULT 2;
INSERT LOW_PRIORITY IGNORE INTO _copied_columns__twice_new (id, v, price) SELECT id, v, price FROM copied_columns__twice LOCK IN SHARE MODE;
RENAME TABLE copied_columns__twice TO _copied_columns__twice_old, _copied_columns__twice_new TO copied_columns__twice;
-- step: halted schema-change-refused: on target: DELETE FROM copied_columns__twice
-- step: dismiss dead letters
-- step: read again: copied_columns__twice
CREATE TABLE _copied_columns__empty_new LIKE copied_columns__empty;
ALTER TABLE _copied_columns__empty_new DROP COLUMN code, ADD COLUMN code VARCHAR(20) AFTER v;
RENAME TABLE copied_columns__empty TO _copied_columns__empty_old, _copied_columns__empty_new TO copied_columns__empty;
INSERT INTO copied_columns__empty VALUES (1, 'c', '30');
CREATE TABLE _copied_columns__made_new (id INT PRIMARY KEY AUTO_INCREMENT, code INT, v VARCHAR(9));
INSERT IGNORE INTO _copied_columns__made_new (id, code, v) SELECT id, code, v FROM copied_columns__made;
RENAME TABLE copied_columns__made TO _copied_columns__made_old, _copied_columns__made_new TO copied_columns__made;
UPDATE copied_columns__made SET v = 'a!' WHERE id = 1;
-- step: halted schema-change-refused: on target: UPDATE copied_columns__made SET code = '7' WHERE code = '7x'
-- step: on target: ALTER TABLE copied_columns__made MODIFY code INT
-- [comparison]
-- [rows]
SELECT v, code FROM copied_columns ORDER BY v
a|10
b!|20
c|30
SELECT v, nr FROM copied_columns__lost ORDER BY v
a|null
b|null
c|30
SELECT v, nr FROM copied_columns__named ORDER BY v
a|10
b|20
c|30
SELECT v, price, n FROM copied_columns__twice ORDER BY v
a|1.25|2
SELECT v, code FROM copied_columns__empty ORDER BY v
c|30
SELECT v, code FROM copied_columns__made ORDER BY v
a!|10
b|7
