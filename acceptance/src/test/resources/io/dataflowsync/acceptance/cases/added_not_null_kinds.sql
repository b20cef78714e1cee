-- NOT NULL columns of all kinds without a default are added to rows that are there, in a session that is not strict; the table has no key
-- Use: a migration of an application that never heard of strict mode; then rows are changed and deleted.
-- Expected: the source's rows.
-- Basis: run on 5.7.22; the rows are the source's.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE added_not_null_kinds (v VARCHAR(9));
CREATE TABLE added_not_null_kinds__keyed (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9));
-- [before]
INSERT INTO added_not_null_kinds VALUES ('a'), ('a'), ('b'), ('c');
INSERT INTO added_not_null_kinds__keyed VALUES (1, 'a'), (2, 'b');
-- [stream]
SET SESSION sql_mode = '';
ALTER TABLE added_not_null_kinds ADD t TEXT NOT NULL, ADD b BLOB NOT NULL, ADD d DATE NOT NULL, ADD m DATETIME(3) NOT NULL, ADD s TIMESTAMP NOT NULL DEFAULT '2001-01-01 00:00:00', ADD c TIME(2) NOT NULL, ADD y YEAR NOT NULL, ADD bi BIT(9) NOT NULL, ADD bn BINARY(3) NOT NULL, ADD vb VARBINARY(3) NOT NULL, ADD e ENUM('x','y') NOT NULL, ADD st SET('p','q') NOT NULL, ADD n DECIMAL(9,2) NOT NULL, ADD f FLOAT NOT NULL, ADD ch CHAR(3) NOT NULL;
UPDATE added_not_null_kinds SET v = 'bb' WHERE v = 'b';
DELETE FROM added_not_null_kinds WHERE v = 'a' LIMIT 1;
ALTER TABLE added_not_null_kinds ADD j JSON NOT NULL AFTER v;
UPDATE added_not_null_kinds SET v = 'cc' WHERE v = 'c';
ALTER TABLE added_not_null_kinds__keyed ADD j JSON NOT NULL, ADD s2 TIMESTAMP(6) NOT NULL;
UPDATE added_not_null_kinds__keyed SET v = 'aa' WHERE id = 1;
-- [comparison]
-- [rows]
SELECT v, j, t, HEX(b), d, m, s, c, y + 0, bi + 0, HEX(bn), HEX(vb), e, st, n, f, ch FROM added_not_null_kinds ORDER BY v
a|null|||0000-00-00|0000-00-00 00:00:00|2001-01-01 00:00:00|00:00:00|0|0|000000||x||0.00|0.0|
bb|null|||0000-00-00|0000-00-00 00:00:00|2001-01-01 00:00:00|00:00:00|0|0|000000||x||0.00|0.0|
cc|null|||0000-00-00|0000-00-00 00:00:00|2001-01-01 00:00:00|00:00:00|0|0|000000||x||0.00|0.0|
