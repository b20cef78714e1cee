-- A tool checks tables in a session with binlog_format STATEMENT and writes what it finds elsewhere; another one mends a row so
-- Use: pt-table-checksum, pt-heartbeat and pt-table-sync set that for their sessions.
-- Expected: the first two go by unnoticed; the capture stops at the third, a skip leads on, and the table is read again.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: none
-- Pipeline: in turn
-- [both]
CREATE TABLE checked_by_tool (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [before]
INSERT INTO checked_by_tool VALUES (1, 'a'), (2, 'b');
-- [stream]
CREATE DATABASE IF NOT EXISTS percona /* pt-table-checksum */;
CREATE TABLE IF NOT EXISTS percona.checksums (db CHAR(64) NOT NULL, tbl CHAR(64) NOT NULL, chunk INT NOT NULL, chunk_time FLOAT NULL, this_crc CHAR(40) NOT NULL, this_cnt INT NOT NULL, ts TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, PRIMARY KEY (db, tbl, chunk)) ENGINE=InnoDB;
SET SESSION binlog_format = 'STATEMENT';
DELETE FROM `percona`.`checksums` WHERE db = 'x' AND tbl = 'checked_by_tool';
REPLACE INTO `percona`.`checksums` (db, tbl, chunk, this_cnt, this_crc) SELECT 'x', 'checked_by_tool', '1', COUNT(*) AS cnt, COALESCE(LOWER(CONV(BIT_XOR(CAST(CRC32(CONCAT_WS('#', `id`, `v`, CONCAT(ISNULL(`v`)))) AS UNSIGNED)), 10, 16)), 0) AS crc FROM `checked_by_tool` FORCE INDEX(`PRIMARY`) WHERE ((`id` >= '1')) /*checksum chunk*/;
UPDATE `percona`.`checksums` SET chunk_time = '0.004' WHERE db = 'x' AND tbl = 'checked_by_tool' AND chunk = '1';
INSERT INTO checked_by_tool VALUES (3, 'c');
-- step: await stopped source-statement
-- step: skip
REPLACE INTO `checked_by_tool` (`id`, `v`) VALUES ('2', 'mended') /*percona-toolkit src_db:x*/;
-- step: await stopped source-statement
-- step: skip
SET SESSION binlog_format = 'ROW';
-- step: read again: checked_by_tool
UPDATE checked_by_tool SET v = 'aa' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT v FROM checked_by_tool ORDER BY v
aa
c
mended
