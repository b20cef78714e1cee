-- A filter compares bytes with a text
-- Use: states are VARBINARY, or VARCHAR in the character set binary, as in schemas of old; the filter says state == 'A'.
-- Expected: the rows whose bytes are that text; or dead letters, since nobody can say whether they match. Not a target without rows.
-- Basis: by reasoning: 'A' is equal to the bytes of 'A' in SQL, and the text of a comparison is compared sign by sign.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [pipeline]
filter_of_bytes: { filter: "state == 'A'" }
filter_of_bytes__not: { filter: "state != 'X'" }
-- [both]
CREATE TABLE filter_of_bytes (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state VARBINARY(3));
CREATE TABLE filter_of_bytes__not (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9), state VARCHAR(3) CHARACTER SET binary);
-- [before]
INSERT INTO filter_of_bytes VALUES (1, 'a', 'A'), (2, 'b', 'B');
INSERT INTO filter_of_bytes__not VALUES (1, 'a', 'A'), (2, 'x', 'X');
-- [stream]
INSERT INTO filter_of_bytes VALUES (3, 'c', 'A'), (4, 'd', 'X');
INSERT INTO filter_of_bytes__not VALUES (3, 'y', 'X');
UPDATE filter_of_bytes SET state = 'A' WHERE id = 2;
-- [rows]
SELECT v FROM filter_of_bytes ORDER BY v
a
b
c
SELECT v FROM filter_of_bytes__not ORDER BY v
a
