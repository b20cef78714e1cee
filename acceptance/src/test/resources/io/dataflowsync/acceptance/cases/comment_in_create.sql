-- Versioned comments in a CREATE TABLE, at the end of a column's definition and after the columns
-- Use: a dump is loaded into a captured schema.
-- Expected: the column's comment and the table's character set are those of the source, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [stream]
CREATE TABLE comment_in_create (id INT NOT NULL AUTO_INCREMENT, v VARCHAR(10), PRIMARY KEY (id)) /*!40101 DEFAULT CHARSET=utf8 */;
INSERT INTO comment_in_create VALUES (1, 'é');
CREATE TABLE comment_in_create__column (id INT /*!50503 UNSIGNED */ NOT NULL AUTO_INCREMENT /*!50503 COMMENT 'key' */, v VARCHAR(10), PRIMARY KEY (id));
INSERT INTO comment_in_create__column VALUES (4000000000, 'é');
-- [comparison]
-- [rows]
SELECT TABLE_COLLATION FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'comment_in_create'
utf8_general_ci
SELECT COLUMN_TYPE, COLUMN_COMMENT FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = 'comment_in_create__column' AND column_name = 'id'
int(10) unsigned|key
SELECT v FROM comment_in_create
é
SELECT v FROM comment_in_create__column
é
