-- A DOUBLE and a FLOAT of the source are text on the target
-- Use: the target's application keeps measures as text.
-- Expected: the text that MySQL makes of the number, as an ALTER or an INSERT ... SELECT would.
-- Basis: by reasoning: SELECT CAST(kg AS CHAR) of the source.
-- Settings: none
-- [source]
CREATE TABLE numbers_as_text (id INT PRIMARY KEY AUTO_INCREMENT, kg DOUBLE, f FLOAT);
-- [target]
CREATE TABLE numbers_as_text (id INT PRIMARY KEY AUTO_INCREMENT, kg VARCHAR(30), f VARCHAR(30));
-- [before]
INSERT INTO numbers_as_text VALUES (1, 5, 0.5);
-- [stream]
INSERT INTO numbers_as_text VALUES (2, 12000000, 250000);
INSERT INTO numbers_as_text VALUES (3, 0.0005, 7);
-- [comparison]
-- [rows]
SELECT kg, f FROM numbers_as_text ORDER BY id
5|0.5
12000000|250000
0.0005|7
