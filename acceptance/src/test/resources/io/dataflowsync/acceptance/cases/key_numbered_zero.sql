-- A key becomes AUTO_INCREMENT while there is a row 0: the source numbers it anew, and the target numbers its key already
-- Use: a dimension with a row 0, "none", gets AUTO_INCREMENT without NO_AUTO_VALUE_ON_ZERO.
-- Expected: a halt that says that the source has numbered the row; read again, the source's rows: the row 0 is 1 there now.
-- Basis: by reasoning: ALTER TABLE copies the rows, and 0 gets the next number.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
key_numbered_zero__kid: { references: { p: key_numbered_zero } }
key_numbered_zero__kept: { identity: keep }
-- [both]
CREATE TABLE key_numbered_zero__kid (id INT PRIMARY KEY AUTO_INCREMENT, p INT, w VARCHAR(9));
-- [source]
CREATE TABLE key_numbered_zero__kept (id INT NOT NULL PRIMARY KEY, v VARCHAR(9));
CREATE TABLE key_numbered_zero__same (id INT NOT NULL PRIMARY KEY, v VARCHAR(9));
CREATE TABLE key_numbered_zero (id INT NOT NULL PRIMARY KEY, v VARCHAR(9));
-- [target]
CREATE TABLE key_numbered_zero__kept (id INT NOT NULL PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE key_numbered_zero__same (id INT NOT NULL PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
CREATE TABLE key_numbered_zero (id INT NOT NULL PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9)) AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO key_numbered_zero__kept VALUES (0, 'none'), (5, 'five');
INSERT INTO key_numbered_zero__same VALUES (0, 'none'), (5, 'five');
INSERT INTO key_numbered_zero VALUES (0, 'none'), (5, 'five');
INSERT INTO key_numbered_zero__kid VALUES (1, 0, 'k1'), (2, 5, 'k2');
-- [stream]
ALTER TABLE key_numbered_zero MODIFY id INT NOT NULL AUTO_INCREMENT;
INSERT INTO key_numbered_zero__kid VALUES (3, 1, 'k3');
-- step: halted schema-change-refused: on target: DELETE FROM key_numbered_zero WHERE v = 'none'
-- step: dismiss dead letters
-- step: read again: key_numbered_zero
ALTER TABLE key_numbered_zero__kept MODIFY id INT NOT NULL AUTO_INCREMENT;
UPDATE key_numbered_zero__kept SET v = 'NONE' WHERE v = 'none';
-- step: halted schema-change-refused: on target: DELETE FROM key_numbered_zero__kept WHERE id = 0
-- step: dismiss dead letters
-- step: read again: key_numbered_zero__kept
SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO';
ALTER TABLE key_numbered_zero__same MODIFY id INT NOT NULL AUTO_INCREMENT;
SET SESSION sql_mode = DEFAULT;
ALTER TABLE key_numbered_zero__same MODIFY id BIGINT NOT NULL AUTO_INCREMENT;
UPDATE key_numbered_zero__same SET v = 'NONE' WHERE id = 0;
-- [comparison]
-- [rows]
SELECT k.w, p.v FROM key_numbered_zero__kid k LEFT JOIN key_numbered_zero p ON p.id = k.p ORDER BY k.w
k1|null
k2|five
k3|none
SELECT id > 0, v FROM key_numbered_zero__kept ORDER BY v
1|five
1|NONE
SELECT v FROM key_numbered_zero__same ORDER BY v
five
NONE
