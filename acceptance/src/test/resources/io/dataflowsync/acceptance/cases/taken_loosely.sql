-- A new column has the name of one that is left on the target, whose values are equal to its default for a server that compares loosely
-- Use: state was a text, is dropped, and comes back as a number a release later (ddl: stop left the text on the target); a column is left there with values in another case than the new default; somebody made a text column on the target first.
-- Expected: a halt at each ADD: the rows there have other values than the source's rows get. 'new' is not 0, 'OPEN' is not 'open', 'x ' is not 'x'.
-- Basis: the source's rows.
-- Settings: ddl: stop
-- Pipeline: in turn
-- [both]
CREATE TABLE taken_loosely (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state VARCHAR(9) NOT NULL DEFAULT 'new');
CREATE TABLE taken_loosely__cased (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci);
-- [target]
ALTER TABLE taken_loosely AUTO_INCREMENT = 1001;
ALTER TABLE taken_loosely__cased AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO taken_loosely VALUES (1, 'a', 'new'), (2, 'b', 'done');
INSERT INTO taken_loosely__cased VALUES (1, 'a', 'OPEN'), (2, 'b', 'Open ');
-- [stream]
ALTER TABLE taken_loosely DROP COLUMN state;
INSERT INTO taken_loosely VALUES (3, 'c');
ALTER TABLE taken_loosely ADD COLUMN state TINYINT NOT NULL DEFAULT 0;
INSERT INTO taken_loosely VALUES (4, 'd', 2);
-- step: halted schema-change-refused: on target: ALTER TABLE taken_loosely DROP COLUMN state, ADD COLUMN state TINYINT NOT NULL DEFAULT 0
-- step: await applied
ALTER TABLE taken_loosely__cased DROP COLUMN state;
ALTER TABLE taken_loosely__cased ADD COLUMN state VARCHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci NOT NULL DEFAULT 'open';
INSERT INTO taken_loosely__cased VALUES (3, 'c', 'shut');
-- step: halted schema-change-refused: on target: UPDATE taken_loosely__cased SET state = 'open'
-- [rows]
SELECT v, CAST(state AS CHAR) FROM taken_loosely ORDER BY v
a|0
b|0
c|0
d|2
SELECT v, state FROM taken_loosely__cased ORDER BY v
a|open
b|open
c|shut
