-- A table is made LIKE a temporary one that has the name of a captured one and other columns, in a session with binlog_format MIXED
-- Use: as above, and the temporary table has one column more, and the others in another order.
-- Expected: the source's rows, as with MySQL's own replication, or a stop that leads on.
-- Basis: by reasoning: the server writes such a statement as it is, and its session meant the temporary table.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE shadow_shapes_copy (id INT PRIMARY KEY AUTO_INCREMENT, a INT, b INT);
-- [target]
ALTER TABLE shadow_shapes_copy AUTO_INCREMENT = 1001;
-- [before]
INSERT INTO shadow_shapes_copy VALUES (1, 1, 2);
-- [stream]
SET SESSION binlog_format = 'MIXED';
CREATE TEMPORARY TABLE shadow_shapes_copy (id INT PRIMARY KEY AUTO_INCREMENT, b INT, a INT, c VARCHAR(9) DEFAULT 'x');
CREATE TABLE shadow_shapes_copy__made LIKE shadow_shapes_copy;
DROP TEMPORARY TABLE shadow_shapes_copy;
SET SESSION binlog_format = 'ROW';
-- step: if stopped: skip
INSERT INTO shadow_shapes_copy__made VALUES (1, 20, 10, 'one'), (2, 21, 11, 'two');
-- step: if halted: on target: DROP TABLE IF EXISTS shadow_shapes_copy__made
-- step: if halted: on target: CREATE TABLE IF NOT EXISTS shadow_shapes_copy__made (id INT PRIMARY KEY AUTO_INCREMENT, b INT, a INT, c VARCHAR(9) DEFAULT 'x')
UPDATE shadow_shapes_copy__made SET a = 12 WHERE id = 2;
-- [rows]
SELECT a, b, c FROM shadow_shapes_copy__made ORDER BY a
10|20|one
12|21|two
SELECT a, b FROM shadow_shapes_copy
1|2
