-- Tables with quotes, dashes and comments in their names are made like each other
-- Use: names that a tool has made.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE `like_odd_names__a``b--/*c*/` (id INT PRIMARY KEY AUTO_INCREMENT, `d'"``e` VARCHAR(9));
-- [before]
INSERT INTO `like_odd_names__a``b--/*c*/` VALUES (1, 'one');
-- [stream]
-- step: end dpu-service
CREATE TABLE `like_odd_names__#1` LIKE `like_odd_names__a``b--/*c*/`;
INSERT INTO `like_odd_names__#1` SELECT * FROM `like_odd_names__a``b--/*c*/`;
SET SESSION sql_mode = 'ANSI_QUOTES';
CREATE TABLE "like_odd_names__""2""" (LIKE "like_odd_names__#1");
INSERT INTO "like_odd_names__""2""" VALUES (5, 'five');
ALTER TABLE "like_odd_names__""2""" CHANGE "d'""`e" "f "" g" VARCHAR(9) COMMENT '"';
RENAME TABLE "like_odd_names__#1" TO "like_odd_names__ 3", "like_odd_names__""2""" TO "like_odd_names__#1";
INSERT INTO "like_odd_names__#1" VALUES (6, 'six');
-- step: start dpu-service
UPDATE "like_odd_names__ 3" SET "d'""`e" = 'set';
-- [comparison]
-- [rows]
SELECT `f " g` FROM `like_odd_names__#1` ORDER BY 1
five
six
SELECT * FROM `like_odd_names__a``b--/*c*/` a JOIN `like_odd_names__ 3` c ON a.`d'"``e` <> c.`d'"``e` WHERE a.id < 0
