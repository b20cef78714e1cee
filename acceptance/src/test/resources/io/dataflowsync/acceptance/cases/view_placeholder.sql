-- A dump of an older mysqldump makes a table in place of each view, drops it, and makes the view
-- Use: a restore of a dump of 5.5 or 5.6.
-- Expected: the rows; the view is of no matter.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE view_placeholder (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [source]
CREATE VIEW view_placeholder__v AS SELECT id, v FROM view_placeholder;
-- [before]
INSERT INTO view_placeholder VALUES (1, 'a');
-- [stream]
-- step: end dpu-service
DROP TABLE IF EXISTS view_placeholder__v;
/*!50001 DROP VIEW IF EXISTS view_placeholder__v*/;
/*!50001 CREATE TABLE `view_placeholder__v` (
 `id` tinyint NOT NULL,
  `v` tinyint NOT NULL
) ENGINE=MyISAM */;
DROP TABLE IF EXISTS view_placeholder;
CREATE TABLE view_placeholder (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
INSERT INTO view_placeholder VALUES (1, 'a'), (2, 'b');
/*!50001 DROP TABLE IF EXISTS `view_placeholder__v`*/;
/*!50001 DROP VIEW IF EXISTS `view_placeholder__v`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=CURRENT_USER SQL SECURITY DEFINER */
/*!50001 VIEW `view_placeholder__v` AS select id, v from view_placeholder */;
INSERT INTO view_placeholder__v VALUES (3, 'c');
-- step: start dpu-service
-- [comparison]
-- [rows]
SELECT v FROM view_placeholder ORDER BY v
a
b
c
