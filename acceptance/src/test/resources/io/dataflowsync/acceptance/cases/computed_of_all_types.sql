-- Stored columns of all types that both ends compute of the same values, by the snapshot and while streaming
-- Use: a table with columns for its indexes.
-- Expected: the source's rows: what the two compute is the same, and none of it is taken for a difference.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE computed_of_all_types (id INT PRIMARY KEY AUTO_INCREMENT, n DECIMAL(20,6), s VARCHAR(20) CHARACTER SET utf8mb4, d DATETIME(6), b VARBINARY(12),
  ti TINYINT AS (n) STORED, bu BIGINT UNSIGNED AS (n * 1000) STORED, de DECIMAL(30,15) AS (n / 7) STORED, fl FLOAT AS (n / 3) STORED, db DOUBLE AS (n / 3) STORED,
  bi BIT(9) AS (n) STORED, yr YEAR AS (2000 + n) STORED, da DATE AS (d) STORED, tm TIME(3) AS (d) STORED, dt DATETIME(2) AS (d) STORED,
  ch CHAR(9) CHARACTER SET latin1 AS (s) STORED, vc VARCHAR(30) CHARACTER SET utf8 AS (CONCAT(s, ' ')) STORED, bn BINARY(15) AS (b) STORED, vb VARBINARY(20) AS (CONCAT(b, x'0020')) STORED,
  bl BLOB AS (b) STORED, tx TEXT AS (UPPER(s)) STORED, en ENUM('a', 'b') AS (IF(n > 5, 'a', 'b')) STORED, se SET('x', 'y') AS (IF(n > 5, 'x,y', '')) STORED,
  zf INT(8) ZEROFILL AS (n) STORED, nu INT AS (NULLIF(n, 7)) STORED, mi DOUBLE AS (0 - n * 0) STORED);
-- [target]
ALTER TABLE computed_of_all_types AUTO_INCREMENT = 101;
-- [before]
INSERT INTO computed_of_all_types (n, s, d, b) VALUES (7, 'abc ', '2024-02-29 12:13:14.567891', x'6100'), (5.5, 'é', '1999-12-31 23:59:59.999999', x'20'), (NULL, NULL, NULL, NULL);
-- [stream]
INSERT INTO computed_of_all_types (n, s, d, b) VALUES (1.25, '', '2038-01-19 03:14:08', ''), (99.999999, ' x', '1000-01-01 00:00:00.5', x'00ff'), (NULL, NULL, NULL, NULL);
UPDATE computed_of_all_types SET n = n + 1.5, s = CONCAT(s, 'ß'), d = d + INTERVAL 1 MICROSECOND, b = CONCAT(b, x'0a00');
UPDATE computed_of_all_types SET n = n / 4 WHERE n < 20;
-- step: await applied
INSERT INTO computed_of_all_types (n, s, d, b) SELECT n, s, d, b FROM computed_of_all_types;
-- [comparison]
-- [rows]
SELECT COUNT(*), SUM(ti IS NOT NULL) FROM computed_of_all_types
12|8
