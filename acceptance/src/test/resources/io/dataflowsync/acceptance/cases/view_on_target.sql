-- The target has a view of the name that a new table has
-- Use: the target's team has prepared the name with a view.
-- Expected: a halt that says that it is a view; once that is gone, the source's rows.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE view_on_target__base (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [target]
CREATE VIEW view_on_target AS SELECT * FROM view_on_target__base;
-- [stream]
CREATE TABLE view_on_target (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
INSERT INTO view_on_target VALUES (1, 'a');
-- step: halted schema-change-refused: on target: DROP VIEW view_on_target
-- [comparison]
-- [rows]
SELECT v FROM view_on_target
a
