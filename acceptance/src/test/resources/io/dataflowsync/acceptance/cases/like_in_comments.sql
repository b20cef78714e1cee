-- CREATE TABLE LIKE in versioned comments of all kinds
-- Use: a migration that is written for several versions of the server.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE like_in_comments (id INT PRIMARY KEY AUTO_INCREMENT, v INT DEFAULT 1);
-- [before]
INSERT INTO like_in_comments VALUES (1, 1);
-- [stream]
CREATE TABLE /*!50003 IF NOT EXISTS */ like_in_comments__a /*!50003 (LIKE */ like_in_comments /*!50003 ) */ /*!80000 COMMENT 'x' */;
/*! CREATE TABLE like_in_comments__b LIKE like_in_comments__a */;
ALTER TABLE like_in_comments__b ADD w INT DEFAULT /*!500017 */, /*!80000 ADD never INT, */ ADD x INT DEFAULT /*! 5000 */;
INSERT INTO like_in_comments__a VALUES (1, 2), (2, 3);
INSERT INTO like_in_comments__b (id) VALUES (1);
CREATE /*!50003 TABLE */ like_in_comments__c (id INT /*!50001 NOT NULL /* why */ PRIMARY KEY */ /*!99999 COMMENT 'x' */, v VARCHAR(9) /*!40100 CHARACTER SET latin1 */) /*!40100 DEFAULT CHARSET=utf8 */ /*!50100 PARTITION BY HASH (id) PARTITIONS 3 */;
INSERT INTO like_in_comments__c VALUES (1, 'é');
-- [comparison]
-- [rows]
SELECT v FROM like_in_comments__a ORDER BY v
2
3
SELECT v, w, x FROM like_in_comments__b
1|7|5000
SELECT v FROM like_in_comments__c
é
