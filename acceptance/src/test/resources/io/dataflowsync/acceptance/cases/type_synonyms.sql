-- Types by their other names
-- Use: scripts that were written for other databases.
-- Expected: the source's rows, as with MySQL's own replication.
-- Basis: run with MySQL's own replication, 5.7 to 8.0.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE type_synonyms (id INT PRIMARY KEY AUTO_INCREMENT);
-- [before]
INSERT INTO type_synonyms VALUES (1);
-- [stream]
ALTER TABLE type_synonyms ADD c1 INT4 UNSIGNED, ADD c2 LONG VARCHAR, ADD c3 NATIONAL CHAR VARYING(9), ADD c4 DEC(5,2), ADD c5 BOOL, ADD c6 MIDDLEINT UNSIGNED, ADD c7 FLOAT8, ADD c8 NCHAR(3), ADD c9 LONG VARBINARY, ADD c10 CHARACTER VARYING(9), ADD c11 INT1, ADD c12 FIXED(4,1), ADD c13 CHAR(4) BYTE, ADD c14 DOUBLE PRECISION, ADD c15 NUMERIC(3);
INSERT INTO type_synonyms VALUES (2, 4000000000, 'long é', '中', 1.25, TRUE, 16000000, 1.5, '文', x'00ff', 'é', -1, 2.5, x'00ff0041', 2.25, 999);
-- [comparison]
-- [rows]
SELECT c1, c2, c3, c4, c5, c6, c7, c8, HEX(c9), c10, c11, c12, HEX(c13), c14, c15 FROM type_synonyms WHERE c1 IS NOT NULL
4000000000|long é|中|1.25|1|16000000|1.5|文|00FF|é|-1|2.5|00FF0041|2.25|999
