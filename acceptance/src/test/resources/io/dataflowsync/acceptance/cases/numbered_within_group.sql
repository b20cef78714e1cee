-- A table whose numbers are counted within each group, which the target's engine does not do
-- Use: invoice numbers that begin at 1 in each year, by MyISAM.
-- Expected: a halt that says why the target refuses it; made there by hand in other words, its rows arrive.
-- Basis: the source's rows.
-- Settings: ddl: apply
-- Pipeline: in turn
-- [both]
CREATE TABLE numbered_within_group__other (id INT PRIMARY KEY AUTO_INCREMENT, v INT);
-- [stream]
CREATE TABLE numbered_within_group (year INT, n INT NOT NULL AUTO_INCREMENT, v VARCHAR(9), PRIMARY KEY (year, n)) ENGINE = MyISAM;
INSERT INTO numbered_within_group (year, v) VALUES (2024, 'a'), (2025, 'b'), (2024, 'c');
-- step: halted schema-change-refused: on target: CREATE TABLE numbered_within_group (year INT, n INT NOT NULL, v VARCHAR(9), PRIMARY KEY (year, n))
-- [comparison]
-- [rows]
SELECT year, n, v FROM numbered_within_group ORDER BY v
2024|1|a
2025|1|b
2024|2|c
