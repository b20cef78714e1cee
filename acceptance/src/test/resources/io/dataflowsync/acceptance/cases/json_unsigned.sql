-- Unsigned numbers beyond the signed range of 32 bits within JSON documents
-- Use: JSON_OBJECT over INT UNSIGNED columns, INET_ATON and CRC32, in triggers and audit tables.
-- Expected: the source's documents, of the snapshot and of the stream; the row without a key is found.
-- Basis: the source's rows.
-- Settings: none
-- [both]
CREATE TABLE json_unsigned (id INT PRIMARY KEY AUTO_INCREMENT, doc JSON);
CREATE TABLE json_unsigned__loose (who INT, doc JSON);
-- [source]
CREATE TABLE json_unsigned__of (id INT UNSIGNED PRIMARY KEY, ip INT UNSIGNED);
-- [target]
CREATE TABLE json_unsigned__of (id INT UNSIGNED PRIMARY KEY AUTO_INCREMENT, ip INT UNSIGNED) AUTO_INCREMENT = 5;
-- [before]
INSERT INTO json_unsigned__of VALUES (1, INET_ATON('192.168.1.10'));
INSERT INTO json_unsigned SELECT 1, JSON_OBJECT('ip', ip, 'crc', CRC32('a')) FROM json_unsigned__of;
INSERT INTO json_unsigned__loose SELECT 1, JSON_OBJECT('ip', ip) FROM json_unsigned__of;
-- [stream]
INSERT INTO json_unsigned SELECT 2, JSON_OBJECT('ip', ip, 'crc', CRC32('a')) FROM json_unsigned__of;
UPDATE json_unsigned__loose SET who = 2;
-- [rows]
SELECT CAST(doc AS CHAR) FROM json_unsigned ORDER BY id
{"ip": 3232235786, "crc": 3904355907}
{"ip": 3232235786, "crc": 3904355907}
SELECT who FROM json_unsigned__loose
2
