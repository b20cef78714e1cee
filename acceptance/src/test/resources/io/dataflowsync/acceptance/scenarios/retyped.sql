-- Values become others of another type
-- [pipeline]
retyped: { columns: { born: { convert: { date: "dd.MM.yyyy" } }, seen: { convert: { date: "yyyyMMddHHmmss" } }, made: { convert: epoch-seconds }, ticked: { convert: epoch-millis }, shown: { convert: { format: "dd/MM/yyyy HH:mm" } }, since: { convert: to-epoch-seconds }, price: { convert: { number: "," } }, flag: { convert: boolean }, digest: { convert: hex }, raw: { convert: unhex }, packed: { convert: unbase64 }, uid: { convert: uuid-bytes }, guid: { convert: uuid }, code: { convert: trim } } }
-- [source]
CREATE TABLE retyped (id INT PRIMARY KEY AUTO_INCREMENT, born VARCHAR(10), seen CHAR(14), made INT, ticked BIGINT, shown DATETIME, since DATETIME, price VARCHAR(20), flag CHAR(1), digest VARBINARY(4), raw VARCHAR(8), packed VARCHAR(20), uid CHAR(36), guid BINARY(16), code VARCHAR(9));
-- [target]
CREATE TABLE retyped (id INT PRIMARY KEY AUTO_INCREMENT, born DATE, seen DATETIME, made DATETIME, ticked DATETIME(3), shown VARCHAR(20), since BIGINT, price DECIMAL(20,2), flag TINYINT(1), digest VARCHAR(8), raw VARBINARY(4), packed VARBINARY(9), uid BINARY(16), guid CHAR(36), code VARCHAR(9));
-- [before]
INSERT INTO retyped VALUES (1, '24.12.1999', '20210304050607', 1614834367, 1614834367089, '2021-03-04 05:06:07', '1970-01-02 00:00:00', '1.234.567,89', 'Y', x'00ff10', '00FF', 'AP8=', '00112233-4455-6677-8899-aabbccddeeff', x'00112233445566778899AABBCCDDEEFF', '  x ');
-- [stream]
INSERT INTO retyped SELECT 2, born, seen, made, ticked, shown, since, price, 'n', digest, raw, packed, uid, guid, code FROM retyped WHERE id = 1;
INSERT INTO retyped (id) VALUES (3);
UPDATE retyped SET born = '01.02.2003', price = '-5' WHERE id = 2;
-- [rows]
SELECT CAST(born AS CHAR), CAST(seen AS CHAR), CAST(made AS CHAR), CAST(ticked AS CHAR), shown, since, price, flag, digest, HEX(raw), HEX(packed), HEX(uid), guid, CONCAT('[', code, ']') FROM retyped WHERE born IS NOT NULL ORDER BY born
1999-12-24|2021-03-04 05:06:07|2021-03-04 05:06:07|2021-03-04 05:06:07.089|04/03/2021 05:06|86400|1234567.89|1|00FF10|00FF|00FF|00112233445566778899AABBCCDDEEFF|00112233-4455-6677-8899-aabbccddeeff|[x]
2003-02-01|2021-03-04 05:06:07|2021-03-04 05:06:07|2021-03-04 05:06:07.089|04/03/2021 05:06|86400|-5.00|0|00FF10|00FF|00FF|00112233445566778899AABBCCDDEEFF|00112233-4455-6677-8899-aabbccddeeff|[x]
SELECT COUNT(*) FROM retyped WHERE born IS NULL AND raw IS NULL AND guid IS NULL
1
